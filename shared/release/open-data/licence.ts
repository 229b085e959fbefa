/** Under which the figures of a release may be used again: of all promised files and of the catalogue. */
export const licence = {
  id: 'CC-BY-4.0',
  address: 'https://creativecommons.org/licenses/by/4.0/',
  title: 'Creative Commons Attribution 4.0',
} as const;
