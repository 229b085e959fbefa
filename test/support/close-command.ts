import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Ended, keepSigningKey, runScript, withoutTimeouts } from './commands.ts';
import { makeStateDirectory } from './running-pipeline.ts';

interface FindingsFile {
  submissions: {
    file: string;
    unit_id: string | null;
    sha256: string;
    accepted: boolean;
    findings: Record<string, unknown>[];
  }[];
  missing: string[];
}

export interface Closed extends Ended {
  out: string;
  findings: FindingsFile;
}

interface CloseCommand {
  /** Closes a round of the 34 over what lies in the folder; nothing need come of it. */
  run(submissions: string, out: string, period: string): Promise<Ended>;
  /** Lays the files in a folder and closes the 2024 round over it. */
  close(name: string, files: Map<string, Uint8Array>): Promise<Closed>;
  /** A new folder. */
  folder(name: string): Promise<string>;
  remove(): Promise<void>;
}

/** `npm run close-period` in a checkout whose state and folders are the test's own. */
export async function openCloseCommand(): Promise<CloseCommand> {
  const state = await makeStateDirectory();
  const keyed = await keepSigningKey(join(state.path, 'checkout'));
  const folder = async (name: string) => {
    await mkdir(join(state.path, name));
    return join(state.path, name);
  };
  const run = async (submissions: string, out: string, period: string) => {
    const round = ['--group', 'province34', '--period', period, '--framework', 'dti-province-405'];
    const args = [...round, '--submissions', submissions, '--out', out];
    const ended = await runScript('infra/local/commands/close-period.ts', args, keyed);
    return { ...ended, stderr: withoutTimeouts(ended.stderr) };
  };
  const close = async (name: string, files: Map<string, Uint8Array>) => {
    const [submissions, out] = [await folder(name), join(state.path, `${name}-out`)];
    for (const [file, bytes] of files) await writeFile(join(submissions, file), bytes);
    const ended = await run(submissions, out, '2024');
    return { ...ended, out, findings: JSON.parse(await readFile(join(out, 'findings.json'), 'utf8')) };
  };
  return { run, close, folder, remove: () => state.remove() };
}
