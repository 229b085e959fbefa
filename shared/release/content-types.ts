const contentTypes: Record<string, string> = {
  json: 'application/json; charset=utf-8',
  jsonld: 'application/ld+json',
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  parquet: 'application/vnd.apache.parquet',
  html: 'text/html; charset=utf-8',
  pem: 'application/x-pem-file',
  svg: 'image/svg+xml',
  png: 'image/png',
  xml: 'application/xml; charset=utf-8',
  atom: 'application/atom+xml; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  // What pages fetch: under `nosniff` a browser takes no style sheet and no script by another name.
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  woff2: 'font/woff2',
};

/** Of a file that the public reads, by its name. */
export const contentTypeOf = (path: string): string => {
  if (path.endsWith('.csv-metadata.json')) return 'application/csvm+json';
  return contentTypes[path.slice(path.lastIndexOf('.') + 1)] ?? 'application/octet-stream';
};
