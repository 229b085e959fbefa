import { inflatePart } from './inflate.ts';
import { limits } from './limits.ts';
import { refuse } from './refusal.ts';
import { type PartReader, passXml, type XmlTally } from './xml-pass.ts';
import type { ZipEntry } from './zip-directory.ts';

export interface Relationship {
  id: string;
  /** Last step of the type's address: `worksheet`, whichever edition of the standard wrote it. */
  type: string;
  /** Part name without leading slash. */
  target: string;
}

/** The parts of the package, unpacked when asked for; what is read is counted over all of them. */
export interface PackageParts {
  /** In lower case: part names do not differ by case. */
  names: string[];
  has(name: string): boolean;
  /** Unpacks a part and reads it. @throws {Refusal} FILE_BROKEN where there is none */
  pass(name: string, reader: PartReader): void;
}

export function openParts(bytes: Buffer, entries: ZipEntry[]): PackageParts {
  const byName = new Map(entries.map((entry) => [entry.name.toLowerCase(), entry]));
  const tally: XmlTally = { bytes: 0, elements: 0 };
  return {
    names: [...byName.keys()],
    has: (name) => byName.has(name.toLowerCase()),
    pass(name, reader) {
      const entry = byName.get(name.toLowerCase()) ?? refuse('FILE_BROKEN');
      tally.bytes += entry.size;
      if (tally.bytes > limits.xmlBytes) refuse('ZIP_TOTAL_TOO_BIG', { found: tally.bytes, max: limits.xmlBytes });
      passXml(inflatePart(bytes, entry), reader, tally);
    },
  };
}

const relationshipsNamespace = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** Relationships inside the package; external ones (links of cells) are left out. `source` '' is the package itself. */
export function readRelationships(parts: PackageParts, source: string): Relationship[] {
  const folder = source.slice(0, source.lastIndexOf('/') + 1);
  const found: Relationship[] = [];
  parts.pass(`${folder}_rels/${source.slice(folder.length)}.rels`, {
    root: { name: 'Relationships', namespace: relationshipsNamespace },
    open(_name, attributes, depth) {
      const { Id, Type, Target, TargetMode } = attributes;
      if (depth !== 2 || !Id || !Type || !Target || TargetMode === 'External') return;
      found.push({ id: Id, type: Type.slice(Type.lastIndexOf('/') + 1), target: resolveTarget(folder, Target) });
    },
  });
  return found;
}

function resolveTarget(folder: string, target: string): string {
  const steps: string[] = [];
  for (const step of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}
