/** `05/10/2026` of `2026-10-05`. */
export const shownDay = (day: string): string => day.split('-').reverse().join('/');
