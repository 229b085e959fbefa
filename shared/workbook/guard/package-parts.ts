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
  const folder = folderOf(source);
  return listRelationships(parts, source)
    .filter(({ isExternal }) => !isExternal)
    .map(({ id, type, target }) => ({ id, type, target: resolveTarget(folder, target) }));
}

/** What the cells of a sheet are linked to outside the package, by the relationship's id, as it is written there. */
export function readLinkTargets(parts: PackageParts, sheet: string): Map<string, string> {
  if (!parts.has(relationshipsPart(sheet))) return new Map();
  const links = listRelationships(parts, sheet).filter(({ type }) => type === 'hyperlink');
  return new Map(links.map(({ id, target }) => [id, target]));
}

const folderOf = (source: string): string => source.slice(0, source.lastIndexOf('/') + 1);

const relationshipsPart = (source: string): string =>
  `${folderOf(source)}_rels/${source.slice(folderOf(source).length)}.rels`;

function listRelationships(parts: PackageParts, source: string): (Relationship & { isExternal: boolean })[] {
  const found: (Relationship & { isExternal: boolean })[] = [];
  parts.pass(relationshipsPart(source), {
    root: { name: 'Relationships', namespace: relationshipsNamespace },
    open(_name, { Id, Type, Target, TargetMode }, depth) {
      if (depth !== 2 || !Id || !Type || !Target) return;
      const type = Type.slice(Type.lastIndexOf('/') + 1);
      found.push({ id: Id, type, target: Target, isExternal: TargetMode === 'External' });
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
