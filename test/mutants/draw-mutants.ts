import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../infra/bundling.ts';
import { type Site, sitesIn } from './sites.ts';

export interface RandomMutant extends Site {
  file: string;
  /** From 1. */
  line: number;
  /** Without the space around it. */
  lineText: string;
  from: string;
}

/** Made by programs from what is tested elsewhere. */
const generated = /\.generated\.ts$|\.d\.ts$/;

/** As many as are asked for, each once, the same for the same seed and sources. */
export function drawMutants(seed: number, count: number): RandomMutant[] {
  const all = [...everyMutant()];
  const random = mulberry32(seed);
  const drawn: RandomMutant[] = [];
  while (drawn.length < count && all.length > 0) drawn.push(...all.splice(Math.floor(random() * all.length), 1));
  return drawn;
}

/** Read once: thousands of them. */
let known: RandomMutant[] | undefined;

export function everyMutant(): readonly RandomMutant[] {
  known ??= readMutants();
  return known;
}

const readMutants = (): RandomMutant[] =>
  globSync('{functions,shared,infra}/**/*.{ts,tsx}', { cwd: projectRoot })
    .filter((file) => !generated.test(file))
    .sort()
    .flatMap(mutantsIn);

function mutantsIn(file: string): RandomMutant[] {
  const text = readFileSync(join(projectRoot, file), 'utf8');
  return sitesIn(text, file.endsWith('x') ? 'tsx' : 'ts').map((site) => ({
    ...site,
    file,
    line: text.slice(0, site.start).split('\n').length,
    lineText: lineAt(text, site.start),
    from: text.slice(site.start, site.end),
  }));
}

const lineAt = (text: string, start: number): string =>
  text
    .slice(text.lastIndexOf('\n', start - 1) + 1)
    .split('\n', 1)[0]!
    .trim();

/** Numbers from 0 to 1 that follow from the seed alone. */
function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
