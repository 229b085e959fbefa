/**
 * JSON of the API, with names as lists show them: the one city that bears a person's keeps its title. Quotes within a text
 * are escaped, so that nothing but the member is found.
 */
export const readAnswer = (text: string) =>
  JSON.parse(text.replaceAll('"unit_name_vi":"Hồ Chí Minh"', '"unit_name_vi":"TP. Hồ Chí Minh"'));
