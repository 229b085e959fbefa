/** Words of somebody inside a text of ours, where there is no element to put them into: their direction is their own. */
export const apart = (words: string): string => `\u2068${words}\u2069`;
