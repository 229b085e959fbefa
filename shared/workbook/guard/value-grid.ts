import { cellAddress } from '../../submission/cell-book.ts';
import { type CellPlace, placeKey } from './cell-reference.ts';
import { mainNamespace } from './xml-pass.ts';

/** A value in the spelling that is left of the format; see `writeValue`. */
export interface WrittenValue {
  attributes: string;
  value: string;
}

const columns = 16;

/**
 * The values of a sheet, set close together for the spreadsheet library, which walks every gap between two cells:
 * twenty thousand values in the last column alone kept it busy for half a minute.
 */
export class ValueGrid {
  #cells: string[] = [];
  /** `placeKey` in the sheet, by position in the grid. */
  #places: number[] = [];

  add(place: CellPlace, { attributes, value }: WrittenValue): void {
    const at = this.#places.length;
    const address = cellAddress((at % columns) + 1, Math.floor(at / columns) + 1);
    this.#cells.push(`<c r="${address}"${attributes}><v>${value}</v></c>`);
    this.#places.push(placeKey(place));
  }

  /** `placeKey` of what stands at a place of the grid. */
  keyAt({ row, column }: CellPlace): number {
    return this.#places[(row - 1) * columns + column - 1]!;
  }

  toXml(): string {
    const rows: string[] = [];
    for (let at = 0; at < this.#cells.length; at += columns) {
      rows.push(`<row r="${at / columns + 1}">${this.#cells.slice(at, at + columns).join('')}</row>`);
    }
    return `<worksheet xmlns="${mainNamespace}"><sheetData>${rows.join('')}</sheetData></worksheet>`;
  }
}
