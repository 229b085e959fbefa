import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { projectRoot } from '../../infra/bundling.ts';

export interface Import {
  /** `shared/lake/keys.ts`, from the root of the project. */
  from: string;
  /** A path like `from`, or a package as it was written. */
  to: string;
  /** `import type …`: gone once it is compiled. */
  typeOnly: boolean;
}

/** `import … from`, `export … from`, imports for their effect, and dynamic ones; types count as well. */
const specifier = /(\bimport type [^;]*?)?\b(?:from|import)\s*\(?\s*['"]([^'"\n]+)['"]/g;

export const importsIn = (from: string, text: string): Import[] =>
  [...text.matchAll(specifier)].map(([, type, to = '']) => ({
    from,
    to: to.startsWith('.') ? join(dirname(from), to) : to,
    typeOnly: type !== undefined,
  }));

/** What all our files in the folders import. */
export const readImports = (...folders: string[]): Import[] =>
  folders
    .flatMap((folder) => globSync(`${folder}/**/*.{ts,tsx}`, { cwd: projectRoot }).sort())
    .flatMap((file) => importsIn(file, readFileSync(join(projectRoot, file), 'utf8')));
