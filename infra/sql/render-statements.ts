import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { format } from 'sql-formatter';

export const sqlFolder = 'shared/scoring/sql';
export const statementsFile = `${sqlFolder}/statements.generated.ts`;

/** Text of every `.sql` file of scoring by its path without ending, sorted. */
export async function readStatements(): Promise<[path: string, text: string][]> {
  const files = (await readdir(sqlFolder, { recursive: true })).filter((file) => file.endsWith('.sql')).sort();
  return Promise.all(files.map(readStatement));
}

async function readStatement(file: string): Promise<[path: string, text: string]> {
  return [file.replace(/\.sql$/, ''), await readFile(join(sqlFolder, file), 'utf8')];
}

/** The house format of SQL. */
export const formatSql = (sql: string): string =>
  `${format(sql, { language: 'trino', keywordCase: 'upper', functionCase: 'upper', dataTypeCase: 'lower', expressionWidth: 100 })}\n`;

/**
 * A module with the text of the files, so that a statement reaches a Lambda's bundle as code does: a text loader is
 * esbuild's alone, and tsx and vitest would each need another.
 */
export function renderStatements(files: [path: string, text: string][]): string {
  const entries = files.map(([path, text]) => `  '${path}': \`\n${text.replace(/[`\\$]/g, '\\$&')}\`,`);
  return `${generatedHeader}export const statements: Record<string, string> = {\n${entries.join('\n')}\n};\n`;
}

const generatedHeader = `// Made from the .sql files beside it by infra/sql/write-statements.ts; a test says when it is out of date.\n\n`;
