import { writeReleaseWorkbooks } from '../../shared/workbook/release-workbooks.ts';
import { inputsIllustrative, reportRound } from '../support/report-rounds.ts';

/**
 * Cost of the workbooks of a release, one JSON line per group: a function has 1 GB and 120 s for them.
 * `tsx test/bench/reports.bench.ts`
 */
const groups = ['province34', 'communes-P04-2025', 'communes-P79-2025'];

for (const group of groups) {
  const { source } = await reportRound(await inputsIllustrative(group, '2026-Q3'));
  const started = performance.now();
  const before = process.cpuUsage();
  const workbooks = await writeReleaseWorkbooks(source);
  const { user, system } = process.cpuUsage(before);
  const bytes = Object.fromEntries([...workbooks].map(([path, content]) => [path, content.length]));
  const figure = {
    ...{ group, units: source.scoreboard.units.length },
    ms: Math.round(performance.now() - started),
    processor_ms: Math.round((user + system) / 1000),
    peak_mb: Math.round(process.resourceUsage().maxRSS / 1024),
    bytes,
  };
  console.log(JSON.stringify(figure));
}
