/** Codes are told apart by their letters, not by their case: a spreadsheet makes `Awareness` of `awareness`. */
export const foldCode = (code: string): string => code.toLowerCase();

export const isSameCode = (a: string, b: string): boolean => foldCode(a) === foldCode(b);
