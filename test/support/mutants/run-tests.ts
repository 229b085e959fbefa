import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';

export interface Tested {
  /** Tests that failed, by full name; not those whose time was over, which a loaded machine does too. */
  failed: string[];
  /** The files that they stand in. */
  files: string[];
  passed: number;
  /** Test files that could not even be loaded, with the reason. */
  broken: string[];
  /** It was stopped when its time was over, or a test in it was. */
  isTimedOut: boolean;
}

interface TestResult {
  status: string;
  fullName: string;
  failureMessages?: string[];
}

interface Report {
  numPassedTests: number;
  testResults: { name: string; message: string; assertionResults: TestResult[] }[];
}

/** Vitest in a checkout, as a process of its own, up to the first failure. */
export async function runTests(
  root: string,
  args: string[],
  { timeoutMs, isWhole = false }: { timeoutMs: number; isWhole?: boolean },
): Promise<Tested> {
  const outputFile = join(root, 'mutant-report.json');
  await rm(outputFile, { force: true });
  // Tests that take long, or need a browser, have a config of their own, which finds no others.
  const [config] = args.flatMap((arg) => /^test\/(long|office)\//.exec(arg)?.[1] ?? []);
  const options = [
    ...(config === undefined ? [] : ['--config', `vitest.${config}.config.ts`]),
    ...(isWhole ? [] : ['--bail=1']),
    '--reporter=json',
    `--outputFile=${outputFile}`,
  ];
  const child = spawn(process.execPath, ['node_modules/vitest/vitest.mjs', ...args, ...options], {
    cwd: root,
    env: ownEnvironment(),
    stdio: 'ignore',
    // A group of its own, so that its workers end with it.
    detached: true,
  });
  let isTimedOut = false;
  const timer = setTimeout(() => {
    isTimedOut = true;
    killGroup(child);
  }, timeoutMs);
  const onExit = () => killGroup(child);
  process.once('exit', onExit);
  await once(child, 'close');
  process.off('exit', onExit);
  clearTimeout(timer);
  const report = readReport(await readFile(outputFile, 'utf8').catch(() => null));
  return { ...report, isTimedOut: isTimedOut || report.isTimedOut };
}

/** What the outer vitest told its worker is not for the inner one. */
const ownEnvironment = (): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(VITEST|VITE_|NODE_V8)/.test(name)));

function killGroup({ pid }: ChildProcess): void {
  if (pid !== undefined) process.kill(-pid, 'SIGKILL');
}

function readReport(text: string | null): Tested {
  if (text === null) return { failed: [], files: [], passed: 0, broken: [], isTimedOut: false };
  const { numPassedTests: passed, testResults } = JSON.parse(text) as Report;
  const failures = testResults.flatMap(({ assertionResults }) => assertionResults.filter(hasFailed));
  const late = failures.filter(isLate);
  const failed = failures.filter((one) => !late.includes(one)).map(({ fullName }) => fullName);
  const broken = testResults.flatMap(({ message, assertionResults }) =>
    assertionResults.length === 0 && message !== '' ? [message.split('\n', 1)[0]!] : [],
  );
  const files = testResults.filter(({ assertionResults }) => assertionResults.some(hasFailed)).map(({ name }) => name);
  return { failed, files, passed, broken, isTimedOut: late.length > 0 };
}

const hasFailed = ({ status }: TestResult): boolean => status === 'failed';
const isLate = ({ failureMessages = [] }: TestResult): boolean =>
  failureMessages.some((message) => /(Test|Hook) timed out in \d+ms/.test(message));
