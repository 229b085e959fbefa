/** The group and period of an address, as paths of the API and of screens. */
export const apiPeriod = ({ group = '', period = '' }: Record<string, string>): string =>
  `${encodeURIComponent(group)}/${encodeURIComponent(period)}`;

export const queryPeriod = ({ group = '', period = '' }: Record<string, string>): string =>
  new URLSearchParams({ group, period }).toString();

/** `năm 2024` at the head of a line. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
