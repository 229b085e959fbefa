/**
 * How tables, charts and the sentences about them name a unit: by its short name, but for the city that bears a person's,
 * which keeps its title. Headings and forms say the full name of the law; the order of names stays that of the name.
 */
export const unitLabel = ({ unit_name_vi }: { unit_name_vi: string }): string =>
  unit_name_vi === 'Hồ Chí Minh' ? `TP. ${unit_name_vi}` : unit_name_vi;
