import { withoutUnwritable } from '../../writable-text.ts';

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };

/** Text of an element or an attribute, of what XML can hold. */
export const escapeXml = (text: string): string =>
  withoutUnwritable(text).replace(/[&<>"']/g, (sign) => entities[sign]!);
