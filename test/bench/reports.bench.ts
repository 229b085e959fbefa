import { spawnSync } from 'node:child_process';
import { profilesOfPart } from '../../functions/write-reports/write-reports.ts';
import { freezeHistory } from '../../shared/release/history/frozen-history.ts';
import { writeUnitProfiles } from '../../shared/workbook/profile/unit-profile.ts';
import { writeGroupWorkbooks } from '../../shared/workbook/release-workbooks.ts';
import { inputsIllustrative, reportRound } from '../support/report-rounds.ts';

/**
 * One JSON line per step and group: wall and processor time and the peak of memory, each in a process of its own held to
 * the heap that a Lambda of 1 GB has. `tsx test/bench/reports.bench.ts`
 */
const groups = ['province34', 'communes-P04-2025', 'communes-P79-2025'];
const [step, group] = process.argv.slice(2);

if (step && group) await measure(step, group);
else for (const one of groups) for (const what of ['reports', 'profiles of a part']) inProcess(what, one);

function inProcess(...of: string[]): void {
  const { status } = spawnSync('node', ['--max-old-space-size=768', '--import', 'tsx', import.meta.filename, ...of], {
    stdio: 'inherit',
  });
  if (status !== 0) process.exitCode = 1;
}

async function measure(what: string, of: string): Promise<void> {
  const year = await inputsIllustrative(of, '2025');
  const before = await reportRound(year);
  const now = await reportRound(await inputsIllustrative(of, '2026-Q3', { earlier: year }), before);
  const earlier = Array.from({ length: 8 }, () => before.source.scoreboard);
  const source = { ...now.source, history: freezeHistory(earlier) };
  const units = source.scoreboard.units.map(({ unit_id }) => unit_id);
  const [start, cpu] = [performance.now(), process.cpuUsage()];
  const files =
    what === 'reports'
      ? await writeGroupWorkbooks(source)
      : await writeUnitProfiles(source, units.slice(0, profilesOfPart));
  const used = process.cpuUsage(cpu);
  console.log(
    JSON.stringify({
      ...{ step: what, group: of, units: units.length, files: files.size },
      bytes: [...files.values()].reduce((sum, { length }) => sum + length, 0),
      ...{ ms: Math.round(performance.now() - start), cpu_ms: Math.round((used.user + used.system) / 1000) },
      peak_mb: Math.round(process.resourceUsage().maxRSS / 1024),
    }),
  );
}
