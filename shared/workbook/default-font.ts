/**
 * Columns are as wide as so many digits of the workbook's default font. exceljs always writes Calibri, which an office
 * without Microsoft's fonts does not have: its columns would come out wider, and the print smaller or cut. Times New Roman
 * of the same size is as wide, and every program has letters of its measure.
 */
export const setDefaultFont = (styles: string): string =>
  styles.replace(
    /<family val="2"\/><scheme val="minor"\/>(<sz val="11"\/>)<name val="Calibri"\/>/,
    '$1<name val="Times New Roman"/>',
  );
