import { createHash } from 'node:crypto';
import exceljs from 'exceljs';
import { strFromU8, unzipSync } from 'fflate';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { freezeHistory } from '../../shared/release/history/frozen-history.ts';
import { differenceOf } from '../../shared/release/profile/group-figures.ts';
import type { ScoreboardUnit } from '../../shared/scoring/scoreboard.ts';
import { isComparable, writeComparison } from '../../shared/workbook/comparison/comparison-workbook.ts';
import { profilePath, writeUnitProfiles } from '../../shared/workbook/profile/unit-profile.ts';
import { appraiseSome, inputsIllustrative, reportRound } from '../support/report-rounds.ts';

const year = await inputsIllustrative('province34', '2025', { appraise: appraiseSome });
const before = await reportRound(year);
const quarter = await reportRound(await inputsIllustrative('province34', '2026-Q3', { earlier: year }), before);
const source = { ...quarter.source, history: freezeHistory([before.source.scoreboard]) };
const { scoreboard, scores } = source;
const profiles = await writeUnitProfiles(source);

async function open(bytes: Uint8Array): Promise<exceljs.Workbook> {
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.load(Buffer.from(bytes) as never);
  return workbook;
}
const rowsFrom = (sheet: exceljs.Worksheet, row: number) =>
  (sheet.getRows(row, sheet.rowCount - row + 1) ?? []).map((one) => (one.values as unknown[]).slice(1));
const firstRow = 7;
const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

afterEach(() => vi.unstubAllEnvs());

describe('the profile of each unit', () => {
  it('is there for every member, also for one that sent nothing', () => {
    expect([...profiles.keys()].sort()).toEqual(scoreboard.units.map(({ unit_id }) => profilePath(unit_id)).sort());
    expect(scoreboard.units.some(({ state }) => state === 'not_submitted')).toBe(true);
  });

  it('has every published figure of the unit, and the points of every indicator that was scored', async () => {
    for (const unit of scoreboard.units) {
      const workbook = await open(profiles.get(profilePath(unit.unit_id))!);
      const figures = unit.state === 'not_submitted' ? [] : ['Hình 1', ...(isInBoth(unit) ? ['Hình 2'] : [])];
      expect(workbook.worksheets.map(({ name }) => name)).toEqual([
        ...['Bìa', 'Hồ sơ', 'Chỉ số thành phần', 'Thay đổi', 'Lịch sử', ...figures, 'Nguồn gốc'],
        ...(figures.length > 0 ? ['Dữ liệu'] : []),
      ]);
      expectMeasures(workbook.getWorksheet('Hồ sơ')!, unit);
      expectIndicators(workbook.getWorksheet('Chỉ số thành phần')!, unit);
      expectHistory(workbook.getWorksheet('Lịch sử')!, unit);
      expectChanges(workbook.getWorksheet('Thay đổi')!, unit);
      expectFigures(profiles.get(profilePath(unit.unit_id))!, workbook, unit);
    }
  });

  it('is the same bytes again, in parts, and by another clock', async () => {
    vi.stubEnv('TZ', 'America/Los_Angeles');
    const [first, second] = scoreboard.units;
    for (const unit of [first!, second!]) {
      const again = await writeUnitProfiles(source, [unit.unit_id]);
      expect([...again].map(([path, bytes]) => [path, hash(bytes)])).toEqual([
        [profilePath(unit.unit_id), hash(profiles.get(profilePath(unit.unit_id))!)],
      ]);
    }
  });

  it('holds reasons of appraisal only where the framework publishes them', async () => {
    const [{ unit_id }] = scoreboard.units as [ScoreboardUnit];
    const told = source.inputs!.appraisals.map((one) => ({ ...one, reason: 'Thiếu hồ sơ kiểm chứng' }));
    const textsBy = async (appraisal_reasons?: 'published') => {
      const framework = { ...source.inputs!.framework, ...(appraisal_reasons ? { appraisal_reasons } : {}) };
      const inputs = { ...source.inputs!, framework, appraisals: told };
      const bytes = (await writeUnitProfiles({ ...source, inputs }, [unit_id])).get(profilePath(unit_id))!;
      return strFromU8(unzipSync(bytes)['xl/sharedStrings.xml']!);
    };
    expect(await textsBy('published')).toContain('Thiếu hồ sơ kiểm chứng');
    expect(await textsBy()).not.toContain('Thiếu hồ sơ');
  });

  it('is not written where nobody declared a figure', async () => {
    expect(await writeUnitProfiles({ ...source, inputs: null })).toEqual(new Map());
  });
});

function expectMeasures(sheet: exceljs.Worksheet, unit: ScoreboardUnit): void {
  const rows = rowsFrom(sheet, firstRow);
  expect(rows).toHaveLength(scoreboard.measures.length);
  for (const [place, { measure, name_vi }] of scoreboard.measures.entries()) {
    const score = unit.scores[measure];
    const change = source.changes!.units.find(({ unit_id }) => unit_id === unit.unit_id)!.scores[measure];
    const [name, value, rank, , , , points, max, lost] = rows[place]!;
    expect(name).toBe(name_vi);
    if (!score) {
      expect(value).toBe('[x]');
      continue;
    }
    expect([value, rank, points, max]).toEqual([
      ...[Number(score.value), score.rank ?? '–', Number(score.points), Number(score.max_points)],
    ]);
    expect(lost).toBe(Number(differenceOf(score.max_points, score.points)));
    expect(rows[place]![11]).toBe(change?.value_change == null ? '[s]' : Number(change.value_change));
  }
}

function expectIndicators(sheet: exceljs.Worksheet, { unit_id }: ScoreboardUnit): void {
  const rows = rowsFrom(sheet, firstRow);
  if (rows.length === 0) expect(sheet.getCell('A5').text).toBe('Đơn vị chưa nộp số liệu trong đợt này.');
  const own = scores.indicator_points.filter((row) => row.unit_id === unit_id);
  expect(rows).toHaveLength(own.length);
  own.forEach((row, place) => {
    const [, , , , self, appraised, points] = rows[place]!;
    if (row.points === null) expect(['[z]', '[n]']).toContain(points);
    else
      expect([self, appraised, points]).toEqual([
        ...[Number(row.self_points), row.appraised_points === null ? '–' : Number(row.appraised_points)],
        Number(row.points),
      ]);
  });
}

const earlierPoints = new Map(
  before.source.scores.indicator_points.map((row) => [`${row.unit_id} ${row.indicator}`, row]),
);
const isInBoth = ({ unit_id, state }: ScoreboardUnit): boolean =>
  state !== 'not_submitted' && before.source.scoreboard.units.some((one) => one.unit_id === unit_id && one.scores.dti);

/** Every indicator of which the points are other stands there, and the sum is what the unit's points changed by. */
function expectChanges(sheet: exceljs.Worksheet, unit: ScoreboardUnit): void {
  const rows = rowsFrom(sheet, firstRow);
  if (!isInBoth(unit)) {
    expect(rows).toEqual([]);
    expect(sheet.getCell('A5').text).toContain('không so sánh từng chỉ số thành phần');
    return;
  }
  const names = new Map(source.inputs!.framework.indicators.map(({ indicator, name_vi }) => [indicator, name_vi]));
  const changed = scores.indicator_points.flatMap((row) => {
    const then = earlierPoints.get(`${row.unit_id} ${row.indicator}`);
    const isOwn = row.unit_id === unit.unit_id && row.points !== then?.points;
    return isOwn ? [[names.get(row.indicator), Number(then?.points ?? 0), Number(row.points ?? 0)]] : [];
  });
  const number = (cell: unknown) => (typeof cell === 'number' ? cell : 0);
  const moved = rows.slice(0, -1).filter((row) => row[2] !== row[3]);
  expect(moved.map((row) => [row[1], number(row[2]), number(row[3])]).sort(byName)).toEqual(changed.sort(byName));
  for (const row of moved) expect(row[5]).not.toBe('–');
  const then = before.source.scoreboard.units.find(({ unit_id }) => unit_id === unit.unit_id)!;
  expect(rows.at(-1)![4]).toBe(Number(differenceOf(unit.scores.dti!.points, then.scores.dti!.points)));
}

const byName = ([a]: unknown[], [b]: unknown[]): number => (`${a}` < `${b}` ? -1 : 1);

/** The charts draw what is published: of the unit, of the middle of the group, of its best, and of earlier periods. */
function expectFigures(bytes: Uint8Array, workbook: exceljs.Workbook, unit: ScoreboardUnit): void {
  const parts = unzipSync(bytes);
  const drawn = Object.keys(parts).filter((name) => /^xl\/charts\/chart\d\.xml$/.test(name));
  if (unit.state === 'not_submitted') {
    expect(drawn).toEqual([]);
    return;
  }
  const [own, median, best] = seriesOf(strFromU8(parts['xl/charts/chart1.xml']!));
  const measures = scoreboard.measures.filter(({ measure }) => unit.scores[measure]);
  expect(own).toEqual(measures.map(({ measure }) => Number(unit.scores[measure]!.value)));
  const rows = rowsFrom(workbook.getWorksheet('Hồ sơ')!, firstRow);
  const columns = measures.map(({ name_vi }) => rows.find(([name]) => name === name_vi)!);
  expect([median, best]).toEqual([columns.map((row) => row[3]), columns.map((row) => row[5])]);
  expect(strFromU8(parts['xl/drawings/drawing1.xml']!)).toMatch(/descr="[^"]* trung vị nhóm ở \d+ /);
  if (!isInBoth(unit)) return;
  const then = before.source.scoreboard.units.find(({ unit_id }) => unit_id === unit.unit_id)!;
  expect(seriesOf(strFromU8(parts['xl/charts/chart2.xml']!))).toEqual([
    [Number(then.scores.dti!.value), Number(unit.scores.dti!.value)],
    [before.source.scoreboard, scoreboard].map(({ measures: [total] }) => Number(total!.average)),
  ]);
}

/** Values of each series, as they are cached. */
const seriesOf = (chart: string): number[][] =>
  chart
    .split('<c:val>')
    .slice(1)
    .map((series) =>
      [...series.split('</c:val>')[0]!.matchAll(/<c:v>([^<]*)<\/c:v>/g)].map(([, text]) => Number(text)),
    );

function expectHistory(sheet: exceljs.Worksheet, { unit_id, rank }: ScoreboardUnit): void {
  const [earlier, now] = rowsFrom(sheet, firstRow);
  const then = before.source.scoreboard.units.find((one) => one.unit_id === unit_id)!;
  const total = then.scores.dti ? Number(then.scores.dti.value) : '–';
  expect(earlier!.slice(0, 4)).toEqual([
    'năm 2025 (r1)',
    then.rank ?? '–',
    before.source.scoreboard.ranked_count,
    total,
  ]);
  expect(now!.slice(0, 3)).toEqual(['quý III/2026 (r1)', rank ?? '–', scoreboard.ranked_count]);
}

describe('comparison.xlsx', () => {
  it('has every change of value and rank that changes.json has, by unit and measure', async () => {
    if (!isComparable(source)) throw new Error('nothing to compare');
    const bytes = await writeComparison(source);
    expect(hash(await writeComparison(source))).toBe(hash(bytes));
    const workbook = await open(bytes);
    expect(workbook.worksheets.map(({ name }) => name)).toEqual([
      ...['Tóm tắt', 'So với đợt trước', 'Từng chỉ số', 'Chỉ số thành phần'],
    ]);
    const rows = rowsFrom(workbook.getWorksheet('Từng chỉ số')!, firstRow);
    const changes = source.changes!.units.flatMap(({ scores }) => Object.values(scores));
    const units = rows.slice(source.changes!.measures.length);
    expect(units).toHaveLength(changes.length);
    changes.forEach(({ value_before, value_after, value_change, rank_before, rank_after, rank_change }, place) => {
      const number = (decimal: string | null) => (decimal === null ? '[s]' : Number(decimal));
      expect(units[place]!.slice(2)).toEqual([
        ...[number(value_before), number(value_after), number(value_change)],
        ...[rank_before ?? '[s]', rank_after ?? '[s]', rank_change ?? '[s]'],
      ]);
    });
  });

  it('is not written of a first release', () => {
    expect(isComparable({ ...source, changes: null, corrections: null })).toBe(false);
  });
});
