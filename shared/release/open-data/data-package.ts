import { sha256Of } from '../../digest/canonical-json.ts';
import { illustrativeVi } from '../../frameworks/framework-note.ts';
import { contentTypeOf } from '../content-types.ts';
import type { Files } from '../frozen-inputs.ts';
import { frameworkVi, groupVi, noticesVi, titleVi } from '../scoreboard-words.ts';
import type { DescribedColumn, DescribedTable } from './described-tables.ts';
import { licence } from './licence.ts';
import type { OpenScoreboard } from './score-rows.ts';

export const dataPackagePath = 'datapackage.json';

/**
 * Frictionless Data Package 2.0 of the outputs given, each with its size and hash. Holds no time, as no promised file does,
 * and no publisher: an office may be renamed, and the file would then be another one of the same inputs.
 */
export function renderDataPackage(scoreboard: OpenScoreboard, outputs: Files, tables: DescribedTable[]): string {
  const described = new Map(tables.map((table) => [table.path, table]));
  const paths = [...outputs.keys()].sort();
  const descriptor = {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: scoreboard.release.toLowerCase().replaceAll('/', '-'),
    version: scoreboard.release.slice(scoreboard.release.lastIndexOf('/') + 1),
    title: packageTitle(scoreboard),
    description: [...noticesVi(scoreboard), `${frameworkVi(scoreboard)}.`].join(' '),
    licenses: [{ name: licence.id, path: licence.address, title: licence.title }],
    keywords: ['chuyển đổi số', 'DTI', scoreboard.group, scoreboard.period],
    resources: paths.map((path) => describeResource(path, outputs.get(path)!, described.get(path))),
  };
  return `${JSON.stringify(descriptor, null, 2)}\n`;
}

function packageTitle(scoreboard: OpenScoreboard): string {
  const title = `${titleVi(scoreboard)}: ${groupVi(scoreboard)}`;
  return scoreboard.framework.illustrative ? `${illustrativeVi}: ${title}` : title;
}

const describeResource = (path: string, bytes: Uint8Array, table: DescribedTable | undefined) => ({
  name: path.toLowerCase(),
  path,
  ...(table ? { type: 'table', title: table.title } : {}),
  format: path.slice(path.lastIndexOf('.') + 1),
  mediatype: contentTypeOf(path).split(';')[0],
  ...(isText(path) ? { encoding: 'utf-8' } : {}),
  bytes: bytes.length,
  hash: `sha256:${sha256Of(bytes)}`,
  ...(table ? tabular(table) : {}),
});

const isText = (path: string) => /\.(csv|json)$/.test(path);

const tabular = (table: DescribedTable) => ({
  dialect: { delimiter: table.delimiter, lineTerminator: '\r\n', header: true },
  schema: {
    fields: table.columns.map((column) => describeField(column, table)),
    missingValues: [''],
    // Fields are called by what stands in the first line.
    primaryKey: table.columns.filter(({ name }) => table.primaryKey.includes(name)).map(({ head }) => head),
  },
});

const describeField = ({ head, type, required, description, values }: DescribedColumn, table: DescribedTable) => ({
  name: head,
  type: type === 'decimal' ? 'number' : type,
  ...(type === 'decimal' && table.decimalChar === ',' ? { decimalChar: ',', groupChar: '.' } : {}),
  description,
  ...(required || values
    ? { constraints: { ...(required ? { required } : {}), ...(values ? { enum: values } : {}) } }
    : {}),
});
