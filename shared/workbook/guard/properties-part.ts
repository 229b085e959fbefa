import type { CellBook } from '../../submission/cell-book.ts';
import { limits } from './limits.ts';
import { normaliseText } from './normalise-text.ts';
import type { PackageParts } from './package-parts.ts';
import { refuse } from './refusal.ts';

type Properties = CellBook['properties'];

/** Document properties; null where the file has none, or an empty one. */
export function readProperties(parts: PackageParts, part: string | null): Properties {
  const found: Properties = { title: null, subject: null, keywords: null, description: null };
  if (part === null || !parts.has(part)) return found;
  let current: keyof Properties | null = null;
  parts.pass(part, {
    open(name, _attributes, depth) {
      current = depth === 2 ? asProperty(name) : null;
    },
    text(text) {
      if (current === null) return;
      const longer = (found[current] ?? '') + text;
      if (longer.length > limits.textLength) refuse('CELL_TEXT_TOO_LONG', { max: limits.textLength });
      found[current] = longer;
    },
    close() {
      const text = current && found[current];
      if (current && text) found[current] = normaliseText(text);
      current = null;
    },
  });
  return found;
}

function asProperty(name: string): keyof Properties | null {
  // Dublin Core's `dc:title` beside the package's own `cp:keywords`.
  const local = name.slice(name.indexOf(':') + 1);
  return local === 'title' || local === 'subject' || local === 'keywords' || local === 'description' ? local : null;
}
