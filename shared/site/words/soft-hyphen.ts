/** A word may break there. Apart from where that is, which no script of a page needs. */
export const softHyphen = '\u00AD';
