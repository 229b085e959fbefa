import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder for a test file's pipelines, and how to remove it. */
export async function makeStateDirectory(): Promise<{ path: string; remove(): Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'dti-e2e-'));
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}
