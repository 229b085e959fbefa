import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Caches of tools, which they keep between runs. */
const kept = /^(tsx-|node-compile-cache|vitest|chromium|al2023|fonts|libEGL|libGLES|libvk_swiftshader|vk_swiftshader)/;

const ofRun = /^dti-test-run-(\d+)-/;

/**
 * A temporary folder for one run of the tests. What is left in it when all have ended was left by an engine, a command or a
 * test: the run fails and names it.
 */
// biome-ignore lint/style/noDefaultExport: what vitest asks for
export default function setup() {
  const outer = process.env.TMPDIR;
  removeOfKilled();
  const folder = mkdtempSync(join(tmpdir(), `dti-test-run-${process.pid}-`));
  process.env.TMPDIR = folder;
  return () => {
    if (outer === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = outer;
    const left = readdirSync(folder).filter((name) => !kept.test(name));
    rmSync(folder, { recursive: true, force: true });
    if (left.length === 0) return;
    process.stderr.write(`left in the temporary folder: ${left.join(', ')}\n`);
    process.exitCode = 1;
  };
}

/** A run that was killed could not remove its own. */
function removeOfKilled(): void {
  for (const name of readdirSync(tmpdir())) {
    const pid = ofRun.exec(name)?.[1];
    if (pid !== undefined && !isAlive(Number(pid))) rmSync(join(tmpdir(), name), { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
