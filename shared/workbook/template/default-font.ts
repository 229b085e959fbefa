import { strFromU8, strToU8 } from 'fflate';

/**
 * Columns are as wide as so many digits of the workbook's default font. exceljs always writes Calibri, which an office
 * without Microsoft's fonts does not have: its columns would come out wider, and the print smaller. Times New Roman of the
 * same size is as wide, and every program has letters of its measure.
 */
export function setDefaultFont(parts: Record<string, Uint8Array>): void {
  const styles = 'xl/styles.xml';
  const xml = strFromU8(parts[styles]!);
  const calibri = /<family val="2"\/><scheme val="minor"\/>(<sz val="11"\/>)<name val="Calibri"\/>/;
  parts[styles] = strToU8(xml.replace(calibri, '$1<name val="Times New Roman"/>'));
}
