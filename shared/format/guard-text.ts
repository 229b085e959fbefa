/** Excel would run a text that begins like a formula. Numbers are left alone: a guarded negative is no number. */
export const guardText = (text: string) => (/^[=+\-@\t\r\uFF1D]/.test(text) ? `'${text}` : text);
