import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { formatSql, readStatements, renderStatements, sqlFolder, statementsFile } from './render-statements.ts';

const files = await readStatements();
const formatted = files.map(([path, text]) => [path, formatSql(text)] as [string, string]);
await Promise.all(formatted.map(([path, text]) => writeFile(join(sqlFolder, `${path}.sql`), text)));
await writeFile(statementsFile, renderStatements(formatted));
