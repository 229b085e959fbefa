const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text or the value of an attribute; what no XML document may hold, not even escaped, is left out. */
export const escapeXml = (text: string): string =>
  text.replace(/[\p{Cc}\uFFFE\uFFFF]/gu, keepSpace).replace(/[&<>"]/g, (sign) => entities[sign]!);

const keepSpace = (sign: string): string => ('\t\n\r'.includes(sign) ? sign : '');

export const xmlHead = '<?xml version="1.0" encoding="utf-8"?>\n';
