/** What a cell needs beside its characters. */
const besideDigits = 2.5;

/** Of a column that holds points up to so many: a number wider than its column prints as `###`. */
export const widthFor = (maxPoints: string, decimals: number): number =>
  maxPoints.split('.')[0]!.length + 1 + decimals + besideDigits;
