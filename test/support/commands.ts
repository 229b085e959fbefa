import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { signingKey } from './forms.ts';

const root = join(import.meta.dirname, '../..');

export interface Ended {
  status: number | null;
  signal: NodeJS.Signals | null;
  stdout: string;
  stderr: string;
}

/** Runs a script of the checkout in a process of its own, as npm would, and waits for its end. */
export async function runScript(script: string, args: string[], env: Record<string, string> = {}): Promise<Ended> {
  const child = start(script, args, env);
  const [stdout, stderr] = [collect(child, 'stdout'), collect(child, 'stderr')];
  const [status, signal] = (await once(child, 'close')) as [number | null, NodeJS.Signals | null];
  return { status, signal, stdout: stdout(), stderr: stderr() };
}

/** The same, asked to stop as by Ctrl+C as soon as its output says what is waited for. */
export async function runScriptUntil(
  said: RegExp,
  whenSaid: (output: string) => Promise<void>,
  [script, args, env = {}]: Parameters<typeof runScript>,
): Promise<Ended> {
  const child = start(script, args, env);
  const [stdout, stderr] = [collect(child, 'stdout'), collect(child, 'stderr')];
  onTestFinished(() => void child.kill('SIGKILL'));
  const ended = once(child, 'close') as Promise<[number | null, NodeJS.Signals | null]>;
  let isSaid = false;
  child.stdout.on('data', () => {
    if (isSaid || !said.test(stdout())) return;
    isSaid = true;
    void whenSaid(stdout()).finally(() => child.kill('SIGINT'));
  });
  const [status, signal] = await ended;
  return { status, signal, stdout: stdout(), stderr: stderr() };
}

/** What rounds say in the end: a call that ran over its time on a loaded machine is made again, and what comes of it is looked at. */
export const withoutTimeouts = (stderr: string): string => stderr.replace(/^.*Sandbox\.Timedout: .*\n/gm, '');

const start = (script: string, args: string[], env: Record<string, string>) =>
  spawn(process.execPath, ['--import', 'tsx', join(root, script), ...args], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });

/** A state folder whose signing key is the test's. */
export async function keepSigningKey(stateDirectory: string): Promise<{ DTI_STATE_DIR: string }> {
  await mkdir(stateDirectory, { recursive: true });
  await writeFile(join(stateDirectory, 'signing-key'), signingKey);
  return { DTI_STATE_DIR: stateDirectory };
}

function collect(child: ChildProcess, stream: 'stdout' | 'stderr'): () => string {
  const chunks: Buffer[] = [];
  child[stream]?.on('data', (chunk: Buffer) => chunks.push(chunk));
  return () => Buffer.concat(chunks).toString('utf8');
}
