import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from '../bundling.ts';
import { renderPages } from './pages.ts';

for (const [path, text] of await renderPages()) {
  await writeFile(join(projectRoot, path), text);
  console.log(path);
}
