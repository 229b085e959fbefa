import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Fault } from '../observability/fault.ts';
import type { Framework } from './framework.ts';
import { type FrameworkFiles, parseFramework } from './parse-framework.ts';

const deliveredFolder = fileURLToPath(new URL('.', import.meta.url));

/**
 * Loads a delivered framework by id (`dti-province-405`) or one from a folder (anything with a slash in it, relative
 * to the working directory). For tools and tests; a Lambda reads the framework's document from the lake.
 */
export const loadFramework = (idOrFolder: string): Promise<Framework> => loadFrom(deliveredFolder, idOrFolder);

/** The same, where the delivered ones lie in another place. */
export async function loadFrom(delivered: string, idOrFolder: string): Promise<Framework> {
  const isFolder = /[/\\]/.test(idOrFolder);
  const folder = isFolder ? idOrFolder : join(delivered, idOrFolder);
  const framework = parseFramework(await readFiles(folder));
  if (!isFolder && framework.framework_id !== idOrFolder) {
    throw new Fault(
      'FRAMEWORK_MISNAMED',
      `folder ${idOrFolder} holds the framework ${framework.framework_id}; rename one`,
    );
  }
  return framework;
}

async function readFiles(folder: string): Promise<FrameworkFiles> {
  const read = async (name: keyof FrameworkFiles) => {
    try {
      return await readFile(join(folder, name), 'utf8');
    } catch (cause) {
      throw new Fault(
        'FRAMEWORK_MISSING',
        `cannot read ${name} in ${folder}; a framework is a folder with both files`,
        { cause },
      );
    }
  };
  return { 'framework.json': await read('framework.json'), 'indicators.csv': await read('indicators.csv') };
}
