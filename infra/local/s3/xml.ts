import type { S3Error } from './s3-error.ts';

const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';
const namespace = 'http://s3.amazonaws.com/doc/2006-03-01/';

/** Control characters are legal in keys and in no XML; a client that has them asks for `encoding-type=url`. */
const escapeText = (text: string) =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  text.replace(/[&<>"\u0000-\u001f]/g, (char) => `&#${char.charCodeAt(0)};`);

/** An element holding text, which is escaped. */
export const textElement = (name: string, text: string | number | boolean) =>
  `<${name}>${escapeText(String(text))}</${name}>`;

/** An element holding elements made by this module. */
export const element = (name: string, children: string[]) => `<${name}>${children.join('')}</${name}>`;

/** A whole answer document in S3's namespace. */
export const xmlDocument = (root: string, children: string[]) =>
  `${declaration}<${root} xmlns="${namespace}">${children.join('')}</${root}>`;

export function errorDocument(error: S3Error, requestId: string): string {
  const fields = { Code: error.code, Message: error.message, ...error.fields, RequestId: requestId };
  return (
    declaration +
    element(
      'Error',
      Object.entries(fields).map(([name, text]) => textElement(name, text)),
    )
  );
}
