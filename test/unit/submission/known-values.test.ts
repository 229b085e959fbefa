import { describe, expect, it } from 'vitest';
import { sha256Of } from '../../../shared/digest/canonical-json.ts';
import { frameworkDocument } from '../../../shared/frameworks/framework-document.ts';
import { frameworkKey } from '../../../shared/lake/keys.ts';
import { putObject } from '../../../shared/lake/objects.ts';
import { checkArrived } from '../../../shared/submission/check-arrived.ts';
import { checkTableFile } from '../../../shared/submission/check-file.ts';
import { readKnownValues } from '../../../shared/submission/known-values.ts';
import { frameworkOf, indicatorOf } from '../../support/forms.ts';
import { storedOf } from '../../support/intake.ts';
import { keep, openFor, release } from '../../support/kept-figures.ts';
import { openRoundStores, type RoundDeps } from '../../support/ledger-round.ts';

const framework = frameworkOf([
  indicatorOf('last', { due: 'quarterly', annual: 'last' }),
  indicatorOf('sum', { due: 'quarterly', annual: 'sum', rule: 'count_tiers' }),
  indicatorOf('alone', { due: 'quarterly' }),
]);
const year = { group: 'province34', period: '2026', unit_id: 'P01-2025' };

describe('readKnownValues', () => {
  it('fills a year from its own submission, else from the accepted quarters of that year by the same framework', async () => {
    const engines = await openRoundStores();
    await keep(engines, { period: '2025-Q4' }, { last: '0.9', sum: '9', alone: '0.9' });
    await keep(engines, { period: '2026-Q1' }, { last: '0.1', sum: '1', alone: '0.1' });
    await keep(engines, { period: '2026-Q2' }, { last: '0.2', sum: '2', alone: '0.2' });
    const corrected = { period: '2026-Q2', upload_number: 2 };
    await keep(engines, corrected, { last: '0.3', sum: '3', alone: '0.3' });
    await keep(engines, { period: '2026-Q3', accepted: false }, { last: '0.8', sum: '8' });
    await keep(engines, { period: '2026-Q4' }, { last: '0.7', sum: '7' }, 'another-framework');
    await keep(engines, { period: '2026-Q1', unit_id: 'P04-2025' }, { last: '0.6', sum: '6' });

    expect(await readKnownValues(year, framework, engines)).toEqual([
      { indicator: 'last', input: 'value', value: '0.3', source_vi: 'Quý II/2026' },
      { indicator: 'sum', input: 'value', value: '4', source_vi: 'Tổng các quý I và II/2026' },
    ]);
    expect(await readKnownValues({ ...year, period: '2026-Q3' }, framework, engines)).toEqual([]);

    await keep(engines, { period: '2026' }, { last: '0.5' });
    const known = await readKnownValues(year, framework, engines);
    expect(known.map(({ indicator, value, source_vi }) => [indicator, value, source_vi])).toEqual([
      ['last', '0.5', 'Biểu mẫu đã tiếp nhận ngày 05/10/2026'],
      ['sum', '4', 'Tổng các quý I và II/2026'],
    ]);
  });

  it('fills the rest of a year from the release of an earlier year, of which a quarter would be a part', async () => {
    const engines = await openRoundStores();
    const then = await keep(engines, { period: '2025' }, { last: '0.1', sum: '10', alone: '0.4' });
    const lately = await keep(engines, { period: '2026-Q1' }, { sum: '3', alone: '0.3' });
    await release(engines, '2025', then);
    await release(engines, '2026-Q1', lately);

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
      'sum 3: Đợt công bố r1 quý I/2026',
      'alone 0.3: Đợt công bố r1 quý I/2026',
    ]);
  });

  it('never fills a quarter with the sum of a year', async () => {
    const engines = await openRoundStores();
    await release(engines, '2025', await keep(engines, { period: '2025' }, { last: '0.1', sum: '40' }));
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
  const shown = async (engines: RoundDeps, period: string) =>
    (await readKnownValues({ ...year, period }, growing, engines)).map(
      ({ input, value, source_vi }) => `${input} ${value}: ${source_vi}`,
    );

  it("is the unit's own figure of the same period a year before, never what the last quarter was measured against", async () => {
    const engines = await openRoundStores();
    await keep(engines, { period: '2025-Q2' }, { 'sales/value': '70', 'sales/previous': '60' });
    const lately = await keep(engines, { period: '2026-Q1' }, { 'sales/value': '90', 'sales/previous': '80' });
    await release(engines, '2026-Q1', lately);
    expect(await shown(engines, '2026-Q2')).toEqual([
      'value 90: Đợt công bố r1 quý I/2026',
      'previous 70: Số liệu đã tiếp nhận của quý II/2025',
    ]);
    expect(await shown(engines, '2026-Q3')).toEqual(['value 90: Đợt công bố r1 quý I/2026']);
  });

  it('is what was published of that period, even where other figures were accepted since', async () => {
    const engines = await openRoundStores();
    const then = await keep(engines, { period: '2025' }, { 'sales/value': '70', 'sales/previous': '60' });
    await release(engines, '2025', then);
    const later = { period: '2025', upload_number: 2 };
    await keep(engines, later, { 'sales/value': '75', 'sales/previous': '60' });
    await keep(engines, { period: '2026-Q1' }, { 'sales/value': '9', 'sales/previous': '8' });
    expect(await shown(engines, '2026')).toEqual(['value 9: Quý I/2026', 'previous 70: Đợt công bố r1 năm 2025']);
  });

  it('is told of where a file that comes in names another figure', async () => {
    const engines = await openRoundStores();
    await keep(engines, { period: '2025-Q2' }, { 'sales/value': '70', 'sales/previous': '60' });
    const period = '2026-Q2';
    const stored = storedOf(growing);
    await putObject(engines.lake, frameworkKey(stored.sha256), frameworkDocument(stored));
    await openFor(engines, period, stored);
    const bytes = new TextEncoder().encode('indicator,input,value\nsales,value,80\nsales,previous,65\n');
    const key = { ...year, period, sha256: sha256Of(bytes), format: 'csv' as const };
    const arrival = { upload_number: 1, cause: 'c', file_name: '', subject: 's', role: 'officer', partial: false };
    const deps = { ...engines, checkFile: checkTableFile };
    const { checked } = await checkArrived({ key, bytes, arrival }, { ...year, period }, null, deps);
    const { accepted, findings } = checked;
    expect(accepted).toBe(true);
    expect(findings).toMatchObject([{ rule: 'YEAR_BEFORE_DIFFERS', row: 3, field: 'value', value: '65' }]);
    expect(findings[0]!.message_en).toContain('declared 70 (the figures accepted for 2025-Q2)');
  });
});
