/**
 * How tables and charts name a unit: by its short name, but for the city that bears a person's, which keeps its title.
 * Sentences say the name alone, headings the full one of the law; the order of names stays that of the name.
 */
export const unitLabel = ({ unit_name_vi }: { unit_name_vi: string }): string =>
  unit_name_vi === 'Hồ Chí Minh' ? `TP. ${unit_name_vi}` : unit_name_vi;
