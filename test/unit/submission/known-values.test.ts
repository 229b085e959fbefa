import { describe, expect, it } from 'vitest';
import { digestOf, frameworkDocument } from '../../../shared/frameworks/framework-document.ts';
import { checkedKey, frameworkKey, rawKey } from '../../../shared/lake/keys.ts';
import { type Bucket, putObject } from '../../../shared/lake/objects.ts';
import { openPeriod } from '../../../shared/score-store/periods.ts';
import { makeCurrent, reserveRelease } from '../../../shared/score-store/releases.ts';
import type { ScoreTable } from '../../../shared/score-store/score-table.ts';
import { writeScoreboard } from '../../../shared/score-store/scores.ts';
import { recordSubmission, type SubmissionRecord } from '../../../shared/score-store/submissions.ts';
import { checkTableFile } from '../../../shared/submission/check-file.ts';
import { readKnownValues } from '../../../shared/submission/known-values.ts';
import { receiveSubmission } from '../../../shared/submission/receive-submission.ts';
import { startTestS3 } from '../../infra/local/s3/start-test-s3.ts';
import { frameworkOf, indicatorOf } from '../../support/forms.ts';
import { openScoreTable, recordOf } from '../../support/score-table.ts';
import { buildProvinceScoreboard } from '../../support/scoreboard-builder.ts';

const framework = frameworkOf([
  indicatorOf('last', { due: 'quarterly', annual: 'last' }),
  indicatorOf('sum', { due: 'quarterly', annual: 'sum', rule: 'count_tiers' }),
  indicatorOf('alone', { due: 'quarterly' }),
]);
const year = { group: 'province34', period: '2026', unit_id: 'P01-2025' };

interface Engines {
  lake: Bucket;
  table: ScoreTable;
}

async function startEngines(): Promise<Engines> {
  const { client } = await startTestS3();
  return { lake: { client, name: 'lake-bucket' }, table: await openScoreTable() };
}

/** A file of the unit with figures by `indicator` or `indicator/input`, as the intake keeps it. */
async function keep(
  { lake, table }: Engines,
  changes: Partial<SubmissionRecord> & { period: string; sha256: string },
  figures: Record<string, string>,
  frameworkId = framework.framework_id,
): Promise<void> {
  const record = recordOf(changes);
  const opened = { framework_id: frameworkId, framework_version: '1', framework_sha256: record.framework_sha256 };
  await openPeriod(table, { ...record, ...opened, opened_by: 'm', opened_at: record.received_at });
  const observations = Object.entries(figures).map(([key, value]) => {
    const [indicator, input = 'value'] = key.split('/');
    const from = { submission_sha256: record.sha256, sheet: null, cell: null, row: null };
    return { unit_id: record.unit_id, indicator, input, value, evidence: 'QĐ 1', note: null, ...from };
  });
  await putObject(lake, checkedKey(record), JSON.stringify({ observations }));
  await recordSubmission(table, record);
}

/** Publishes that one file of the unit counted in its period. */
async function release({ table }: Engines, period: string, sha256: string): Promise<void> {
  const scoreboard = buildProvinceScoreboard();
  const { framework_id, version, sha256: hash } = framework;
  const header = { ...scoreboard.framework, framework_id, version, sha256: hash };
  const units = scoreboard.units.map((unit) => ({ ...unit, submission_sha256: sha256 }));
  await writeScoreboard(table, `run-${period}`, { ...scoreboard, period, framework: header, units });
  const published = {
    ...{ release: `dti/province34/${period}/r1`, index: 'dti', group: 'province34', period, number: 1 },
    ...{ run_id: `run-${period}`, inputs_sha256: hash, manifest_sha256: hash, run_by: [], released_by: 'm' },
    ...{ released_at: '2026-12-31T00:00:00.000Z', code_version: 'test', published: true },
  };
  await reserveRelease(table, published);
  await makeCurrent(table, published);
}

const sha = (digit: string) => digit.repeat(64);

describe('readKnownValues', () => {
  it('fills a year from its own submission, else from the accepted quarters of that year by the same framework', async () => {
    const engines = await startEngines();
    await keep(engines, { period: '2025-Q4', sha256: sha('0') }, { last: '0.9', sum: '9', alone: '0.9' });
    await keep(engines, { period: '2026-Q1', sha256: sha('1') }, { last: '0.1', sum: '1', alone: '0.1' });
    await keep(engines, { period: '2026-Q2', sha256: sha('2') }, { last: '0.2', sum: '2', alone: '0.2' });
    const corrected = { period: '2026-Q2', sha256: sha('3'), upload_number: 2 };
    await keep(engines, corrected, { last: '0.3', sum: '3', alone: '0.3' });
    await keep(engines, { period: '2026-Q3', sha256: sha('4'), status: 'rejected' }, { last: '0.8', sum: '8' });
    await keep(engines, { period: '2026-Q4', sha256: sha('5') }, { last: '0.7', sum: '7' }, 'another-framework');
    await keep(engines, { period: '2026-Q1', sha256: sha('6'), unit_id: 'P04-2025' }, { last: '0.6', sum: '6' });

    expect(await readKnownValues(year, framework, engines)).toEqual([
      { indicator: 'last', input: 'value', value: '0.3', source_vi: 'Quý II/2026' },
      { indicator: 'sum', input: 'value', value: '4', source_vi: 'Tổng các quý I và II/2026' },
    ]);
    expect(await readKnownValues({ ...year, period: '2026-Q3' }, framework, engines)).toEqual([]);

    await keep(engines, { period: '2026', sha256: sha('7') }, { last: '0.5' });
    const known = await readKnownValues(year, framework, engines);
    expect(known.map(({ indicator, value, source_vi }) => [indicator, value, source_vi])).toEqual([
      ['last', '0.5', 'Biểu mẫu đã tiếp nhận ngày 05/10/2026'],
      ['sum', '4', 'Tổng các quý I và II/2026'],
    ]);
  });

  it('fills the rest of a year from the release of an earlier year, of which a quarter would be a part', async () => {
    const engines = await startEngines();
    await keep(engines, { period: '2025', sha256: sha('1') }, { last: '0.1', sum: '10', alone: '0.4' });
    await keep(engines, { period: '2026-Q1', sha256: sha('3') }, { sum: '3', alone: '0.3' });
    await release(engines, '2025', sha('1'));
    await release(engines, '2026-Q1', sha('3'));

    const shown = async (period: string) =>
      (await readKnownValues({ ...year, period }, framework, engines)).map(
        ({ indicator, value, source_vi }) => `${indicator} ${value}: ${source_vi}`,
      );
    expect(await shown('2026')).toEqual([
      'last 0.1: Đợt công bố r1 năm 2025',
      'sum 3: Quý I/2026',
      'alone 0.4: Đợt công bố r1 năm 2025',
    ]);
    expect(await shown('2026-Q2')).toEqual([
      'sum 3: Đợt công bố r1 Quý I/2026',
      'alone 0.3: Đợt công bố r1 Quý I/2026',
    ]);
  });

  it('never fills a quarter with the sum of a year', async () => {
    const engines = await startEngines();
    await keep(engines, { period: '2025', sha256: sha('1') }, { last: '0.1', sum: '40' });
    await release(engines, '2025', sha('1'));
    const known = await readKnownValues({ ...year, period: '2026-Q1' }, framework, engines);
    expect(known.map(({ indicator, value }) => [indicator, value])).toEqual([['last', '0.1']]);
  });
});

describe('what growth is measured against', () => {
  const sales = indicatorOf('sales', {
    ...{ rule: 'growth', target: '0.1', due: 'quarterly', annual: 'sum' },
    inputs: ['value', 'previous'].map((input) => ({ input, decimals: 1, minimum: '0', maximum: null })),
  });
  const { legal_reference } = framework;
  const growing = frameworkOf([sales], { legal_reference: { ...legal_reference, url: 'https://example.vn' } });
  const shown = async (engines: Engines, period: string) =>
    (await readKnownValues({ ...year, period }, growing, engines)).map(
      ({ input, value, source_vi }) => `${input} ${value}: ${source_vi}`,
    );

  it("is the unit's own figure of the same period a year before, never what the last quarter was measured against", async () => {
    const engines = await startEngines();
    await keep(engines, { period: '2025-Q2', sha256: sha('1') }, { 'sales/value': '70', 'sales/previous': '60' });
    await keep(engines, { period: '2026-Q1', sha256: sha('2') }, { 'sales/value': '90', 'sales/previous': '80' });
    await release(engines, '2026-Q1', sha('2'));
    expect(await shown(engines, '2026-Q2')).toEqual([
      'value 90: Đợt công bố r1 Quý I/2026',
      'previous 70: Số liệu đã tiếp nhận của Quý II/2025',
    ]);
    expect(await shown(engines, '2026-Q3')).toEqual(['value 90: Đợt công bố r1 Quý I/2026']);
  });

  it('is what was published of that period, even where other figures were accepted since', async () => {
    const engines = await startEngines();
    await keep(engines, { period: '2025', sha256: sha('1') }, { 'sales/value': '70', 'sales/previous': '60' });
    await release(engines, '2025', sha('1'));
    const later = { period: '2025', sha256: sha('2'), upload_number: 2 };
    await keep(engines, later, { 'sales/value': '75', 'sales/previous': '60' });
    await keep(engines, { period: '2026-Q1', sha256: sha('3') }, { 'sales/value': '9', 'sales/previous': '8' });
    expect(await shown(engines, '2026')).toEqual(['value 9: Quý I/2026', 'previous 70: Đợt công bố r1 năm 2025']);
  });

  it('is told of where a file that comes in names another figure', async () => {
    const engines = await startEngines();
    await keep(engines, { period: '2025-Q2', sha256: sha('1') }, { 'sales/value': '70', 'sales/previous': '60' });
    const { sha256: _unread, ...content } = growing;
    const stored = { ...content, sha256: digestOf(content) };
    const { framework_id, version: framework_version, sha256: framework_sha256 } = stored;
    const opened = { framework_id, framework_version, framework_sha256, opened_by: 'm', opened_at: '2026-07-01' };
    await openPeriod(engines.table, { group: 'province34', period: '2026-Q2', ...opened });
    await putObject(engines.lake, frameworkKey(framework_sha256), frameworkDocument(stored));
    const raw = { ...engines.lake, name: 'raw-bucket' };
    const key = rawKey({ ...year, period: '2026-Q2', sha256: sha('2'), format: 'csv' });
    await putObject(raw, key, 'indicator,input,value\nsales,value,80\nsales,previous,65\n');

    const { accepted, findings } = await receiveSubmission({ key }, { ...engines, raw, checkFile: checkTableFile });
    expect(accepted).toBe(true);
    expect(findings).toMatchObject([{ rule: 'YEAR_BEFORE_DIFFERS', row: 3, field: 'value', value: '65' }]);
    expect(findings[0]!.message_en).toContain('declared 70 (the figures accepted for 2025-Q2)');
  });
});
