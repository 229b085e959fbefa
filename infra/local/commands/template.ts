import { runCommand } from './run-command.ts';
import { usage, writeForm } from './write-form.ts';

await runCommand(usage, writeForm);
