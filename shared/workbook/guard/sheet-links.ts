import type { CellLink } from '../../submission/cell-book.ts';
import { limits } from './limits.ts';
import { type PackageParts, readLinkTargets } from './package-parts.ts';
import type { Attributes } from './xml-pass.ts';

interface DeclaredLink {
  range: string;
  /** Relationship that holds the address; null: the link stays inside the workbook. */
  relationship: string | null;
  location: string;
}

/**
 * Links of one sheet, as data: what a cell is linked to may be the only address of its evidence. Nothing of them reaches the
 * package that is written anew; whoever uses one decides what it may be.
 */
export class LinkList {
  #declared: DeclaredLink[] = [];

  add(attributes: Attributes): void {
    if (this.#declared.length >= limits.links) return;
    const { ref: range = '', location = '' } = attributes;
    // The attribute is `r:id`, under whatever prefix the writer chose.
    const relationship = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1] ?? null;
    this.#declared.push({ range, relationship, location });
  }

  /** `part`: of the sheet, whose relationships are read only where a link needs them. */
  resolve(parts: PackageParts, part: string): CellLink[] {
    const isOutward = this.#declared.some(({ relationship }) => relationship !== null);
    const targets = isOutward ? readLinkTargets(parts, part) : new Map<string, string>();
    return this.#declared.map(({ range, relationship, location }) => {
      const place = location === '' ? '' : `#${location}`;
      return { range, target: `${targets.get(relationship ?? '') ?? ''}${place}` };
    });
  }
}
