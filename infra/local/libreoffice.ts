import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join, parse } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { withTemporaryFolder } from './temporary-folder.ts';

const run = promisify(execFile);
const program = 'soffice';
/** A report of the largest group, on a slow machine. */
const timeoutMs = 10 * 60_000;

export async function hasLibreOffice(): Promise<boolean> {
  try {
    await run(program, ['--version'], { timeout: timeoutMs });
    return true;
  } catch (error) {
    if ((error as { code?: unknown }).code === 'ENOENT') return false;
    throw error;
  }
}

/** In a profile of its own: one that is open on the desk would answer instead, and write nothing. */
export const convertToPdf = (workbook: Uint8Array, name: string): Promise<Buffer> =>
  withTemporaryFolder('dti-pdf-', async (folder) => {
    const [from, to] = [join(folder, name), join(folder, `${parse(name).name}.pdf`)];
    await writeFile(from, workbook);
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile'))}`;
    const options = ['--headless', '--convert-to', 'pdf', '--outdir', folder];
    await run(program, [profile, ...options, from], { timeout: timeoutMs });
    // It ends with 0 also where it could not write.
    return readFile(to);
  });
