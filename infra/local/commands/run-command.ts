import { tellDiskFull } from '../disk-full.ts';

/** A mistake of whoever typed the command: said plainly, with how it is meant. */
export class UsageError extends Error {
  override readonly name = 'UsageError';

  constructor(vi: string, en: string) {
    super(`${vi} / ${en}`);
  }
}

/** The option's value, or a {@link UsageError} that names it. */
export function required(value: string | undefined, option: string): string {
  if (value === undefined || value === '') throw new UsageError(`thiếu ${option}`, `${option} is missing`);
  return value;
}

export type Main = (args: string[]) => Promise<number>;

/** Runs a command's main function and exits with its status, see {@link statusOf}. */
export async function runCommand(usage: string, main: Main): Promise<never> {
  process.exit(await statusOf(usage, main, process.argv.slice(2)));
}

/** The command's status; 2 on wrong use, 1 on a fault, both said without a stack. */
export async function statusOf(usage: string, main: Main, args: string[]): Promise<number> {
  try {
    return await main(args);
  } catch (error) {
    const { name, message, code } = tellDiskFull(error) as Error & { code?: string };
    const isParsed = code?.startsWith('ERR_PARSE_ARGS') ?? false;
    if (name !== 'UsageError' && !isParsed) {
      console.error(message);
      return 1;
    }
    console.error(`${isParsed ? 'Lệnh có tùy chọn không đúng / ' : ''}${message}\nCách dùng / Usage: ${usage}`);
    return 2;
  }
}
