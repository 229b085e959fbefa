import { checkFile, usage } from './check-file.ts';
import { runCommand } from './run-command.ts';

await runCommand(usage, checkFile);
