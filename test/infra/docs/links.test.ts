import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../../../infra/bundling.ts';
import packageJson from '../../../package.json' with { type: 'json' };

const pages = ['README.md', 'CHANGELOG.md', ...globSync('docs/**/*.md', { cwd: projectRoot })];
const textOf = (page: string) => readFileSync(join(projectRoot, page), 'utf8');

/** Anchor that a heading gets where Markdown is shown. */
const anchorOf = (heading: string) =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s-]/gu, '')
    .replaceAll(' ', '-');

const anchorsOf = (page: string) => [...textOf(page).matchAll(/^#+ (.*)$/gm)].map(([, heading]) => anchorOf(heading!));

function brokenLinks(page: string): string[] {
  const links = [...textOf(page).matchAll(/\]\(([^)\s]+)\)/g)].map(([, link]) => link!);
  return links.filter((link) => {
    if (/^https?:/.test(link)) return false;
    const [path, anchor] = link.split('#') as [string, string | undefined];
    const target = path === '' ? page : join(dirname(page), path);
    if (!existsSync(join(projectRoot, target))) return true;
    return anchor !== undefined && !anchorsOf(target).includes(anchor);
  });
}

describe.each(pages)('%s', (page) => {
  it('links only to what is there', () => {
    expect(brokenLinks(page)).toEqual([]);
  });

  it('names only commands that package.json has', () => {
    const named = [...textOf(page).matchAll(/npm run ([\w:-]+)/g)].map(([, script]) => script!);
    expect(named.filter((script) => !(script in packageJson.scripts))).toEqual([]);
  });

  it('names only source files that exist', () => {
    const named = [...textOf(page).matchAll(/`((?:infra|functions|shared|test|sample-data)\/[\w./-]+\.\w+)`/g)];
    expect(named.map(([, file]) => file!).filter((file) => !existsSync(join(projectRoot, file)))).toEqual([]);
  });
});

describe('docs/adr/0006-dependencies.md', () => {
  const named = [...textOf('docs/adr/0006-dependencies.md').matchAll(/`(@?[a-z][\w./*-]*)`/g)].map(([, name]) => name!);
  const isNamed = (dependency: string) =>
    named.some((name) => (name.endsWith('*') ? dependency.startsWith(name.slice(0, -1)) : dependency === name));

  it('says of every dependency what we would otherwise write', () => {
    const dependencies = Object.keys({ ...packageJson.dependencies, ...packageJson.devDependencies });
    expect(dependencies.filter((dependency) => !isNamed(dependency))).toEqual([]);
  });
});
