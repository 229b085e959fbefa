import type { DescribedColumn, DescribedTable } from './described-tables.ts';
import { licence } from './licence.ts';

/** Where readers of CSV on the Web look for it: beside the file, under its name. */
export const csvwPath = (path: string): string => `${path}-metadata.json`;

/** CSV on the Web metadata of one table. Its context is named, never fetched by us. */
export function renderCsvw(table: DescribedTable): string {
  const metadata = {
    '@context': 'http://www.w3.org/ns/csvw',
    url: table.path,
    'dc:title': table.title,
    'dc:license': { '@id': licence.address },
    dialect: {
      encoding: 'utf-8',
      delimiter: table.delimiter,
      header: true,
      headerRowCount: 1,
      lineTerminators: ['\r\n'],
    },
    tableSchema: {
      columns: table.columns.map((column) => describeColumn(column, table)),
      primaryKey: table.primaryKey,
    },
  };
  return `${JSON.stringify(metadata, null, 2)}\n`;
}

const describeColumn = (column: DescribedColumn, table: DescribedTable) => ({
  name: column.name,
  titles: column.head,
  'dc:description': column.description,
  datatype: datatypeOf(column, table),
  ...(column.required ? { required: true } : {}),
});

/** Values of a list are a pattern, for CSVW has no enumeration. */
function datatypeOf({ type, values }: DescribedColumn, { decimalChar }: DescribedTable) {
  if (type === 'decimal' && decimalChar === ',')
    return { base: 'decimal', format: { decimalChar: ',', groupChar: '.' } };
  return values ? { base: 'string', format: values.join('|') } : type;
}
