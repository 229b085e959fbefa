/** Simulated figures are drawn, not computed: they stand in files of their own, which are compared by their hashes alone. */
export const isSimulated = (path: string): boolean => /(^|\/)robustness\b/.test(path);
