/** The order in which Excel itself, and the strict schema, has what a font is made of. */
const order = [
  ...['b', 'i', 'strike', 'condense', 'extend', 'outline', 'shadow', 'u', 'vertAlign', 'sz', 'color', 'name'],
  ...['family', 'charset', 'scheme'],
];

const placeOf = (child: string): number => order.indexOf(/^<(\w+)/.exec(child)![1]!);

/** exceljs writes the colour before the size: Excel opens it, and a check by schema stops at every workbook. */
export const orderFonts = (styles: string): string =>
  styles.replace(/<font>(.*?)<\/font>/g, (_, children: string) => {
    const ordered = (children.match(/<[^<>]*\/>/g) ?? []).sort((a, b) => placeOf(a) - placeOf(b));
    return `<font>${ordered.join('')}</font>`;
  });
