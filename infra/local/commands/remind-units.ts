import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { lastMoment } from '../schedules.ts';
import { loadSigningKey, stateDirectory } from '../signing-key.ts';
import { withPipeline } from '../with-pipeline.ts';
import { runCommand, UsageError } from './run-command.ts';

const usage = 'npm run remind-units [-- --day 2026-10-08]';

/** Does the work of one morning on what stands in the state directory; the mails lie there as files. */
async function remindUnits(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { day: { type: 'string' } } });
  const at = momentOf(values.day);
  const state = stateDirectory();
  const options = { stateDirectory: join(state, 'pipeline'), signingKey: await loadSigningKey(state) };
  return withPipeline(options, async (pipeline) => {
    const { written } = (await pipeline.runSchedule('remind-units', at)) as { written: number };
    await pipeline.settled();
    const folder = join(options.stateDirectory, 'mail');
    console.log(`${at.toISOString()}: ${written} thông báo mới / new notices. Thư / mails: ${folder}`);
    return 0;
  });
}

/** Eight in the morning of the day in Vietnam; of today, or the last one there was. */
function momentOf(day: string | undefined): Date {
  if (day === undefined) return lastMoment('08:00', new Date());
  const at = new Date(`${day}T01:00:00.000Z`);
  if (/^\d{4}-\d{2}-\d{2}$/.test(day) && at.toJSON()?.slice(0, 10) === day) return at;
  throw new UsageError(`--day ${day}: ghi ngày có thật, dạng 2026-10-08`, 'write a day such as 2026-10-08');
}

await runCommand(usage, remindUnits);
