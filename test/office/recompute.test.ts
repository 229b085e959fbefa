import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { computedVi, sheetsVi } from '../../shared/workbook/recompute/recompute-words.ts';
import { writeRecomputeWorkbook } from '../../shared/workbook/recompute/recompute-workbook.ts';
import { arbitraryCase } from '../support/arbitrary-scoring.ts';
import { resaveWorkbooks } from '../support/office/libreoffice.ts';
import {
  cellsOf,
  countWrong,
  editSheets,
  formulasOf,
  withWrongCache,
  wrongFigure,
} from '../support/office/sheet-cells.ts';
import {
  appraiseSome,
  inputs2024,
  inputsIllustrative,
  inputsOfCase,
  type ReportRound,
  reportRound,
} from '../support/report-rounds.ts';
import { Coverage } from '../support/scoring-coverage.ts';

type Rounds = Map<string, ReportRound>;

const writeAll = async (rounds: Rounds): Promise<Map<string, Uint8Array>> => {
  const books = new Map<string, Uint8Array>();
  for (const [name, { source, inputs }] of rounds) books.set(name, await writeRecomputeWorkbook(source, inputs));
  return books;
};

/** Cells that LibreOffice computes to something else than the release says. */
async function findDeviations(rounds: Rounds): Promise<string[]> {
  const books = await writeAll(rounds);
  const wrong = new Map([...books].map(([name, bytes]) => [name, withWrongCache(bytes)]));
  for (const bytes of wrong.values()) expect(countWrong(bytes)).toBe((await formulasOf(bytes)).length);
  const computed = await resaveWorkbooks(wrong, { recompute: true });
  const found: string[] = [];
  for (const [name, bytes] of books) {
    const [published, cells] = [await cellsOf(bytes), await cellsOf(computed.get(name)!)];
    for (const [address, value] of published) {
      if (cells.get(address) !== value) found.push(`${name} ${address}: ${cells.get(address)}, not ${value}`);
    }
  }
  return found;
}

async function delivered(): Promise<Rounds> {
  const rounds: Rounds = new Map();
  const year = await inputsIllustrative('province34', '2025');
  for (const group of ['province34', 'province63'] as const)
    rounds.set(`2024-${group}`, await reportRound(await inputs2024(group)));
  rounds.set('2025-province34', await reportRound(year));
  rounds.set('q3-province34', await reportRound(await inputsIllustrative('province34', '2026-Q3', { earlier: year })));
  for (const group of [
    'ministry-services',
    'ministry-no-services',
    'ministry-unclassified',
    'communes-P04-2025',
    'country',
  ])
    rounds.set(`q3-${group}`, await reportRound(await inputsIllustrative(group, '2026-Q3')));
  rounds.set(
    'appraised',
    await reportRound(await inputsIllustrative('province34', '2025', { appraise: appraiseSome })),
  );
  return rounds;
}

/** Needs the Debian package libreoffice-calc-nogui. */
describe('tinh-lai.xlsx, computed by LibreOffice from wrong cached values', () => {
  it('comes to every published figure of all frameworks and groups delivered', async () => {
    const rounds = await delivered();
    expect(await findDeviations(rounds)).toEqual([]);
  }, 1_200_000);

  it('comes to every figure of random rounds: any rule, state, appraisal, tie and extreme', async () => {
    const cases = fc.sample(arbitraryCase(), { numRuns: 120, seed: 2026 });
    const coverage = new Coverage();
    const rounds: Rounds = new Map();
    for (const one of cases) coverage.add(one);
    for (const [n, one] of cases.entries()) rounds.set(`random-${n}`, await reportRound(inputsOfCase(one)));
    expect(coverage.below(1)).toEqual([]);
    const ways = [...(await writeAll(rounds)).values()].map(async (bytes) => [...(await cellsOf(bytes)).values()]);
    const shown = new Set((await Promise.all(ways)).flat());
    for (const way of Object.values(computedVi)) expect(shown).toContain(way);
    expect(await findDeviations(rounds)).toEqual([]);
  }, 1_200_000);

  it('is computed, and not read from what was cached', async () => {
    const { source, inputs } = await reportRound(await inputs2024('province34'));
    const wrong = withWrongCache(await writeRecomputeWorkbook(source, inputs));
    const saved = await cellsOf((await resaveWorkbooks(new Map([['a', wrong]]), { recompute: false })).get('a')!);
    const formulas = await formulasOf(wrong);
    expect(formulas.length).toBeGreaterThan(34 * 8 + 34 * 12 * 6);
    expect(formulas.filter((address) => saved.get(address) !== wrongFigure)).toEqual([]);
  }, 120_000);

  it('counts what is off once a declared figure is another', async () => {
    const { source, inputs } = await reportRound(await inputs2024('province34'));
    const bytes = await writeRecomputeWorkbook(source, inputs);
    const changed = editSheets(bytes, (xml, name) =>
      name.endsWith('/sheet3.xml') ? xml.replace(/(<c r="G12"[^>]*><v>)[^<]*/, '$10.1') : xml,
    );
    const computed = (await resaveWorkbooks(new Map([['a', changed]]), { recompute: true })).get('a')!;
    const cells = await cellsOf(computed);
    const total = [...cells].find(
      ([address, text]) => address.startsWith(`${sheetsVi.check}!A`) && `${text}`.startsWith('Số ô lệch'),
    )!;
    expect(cells.get(total[0].replace('!A', '!C'))).toBeGreaterThan(1);
    expect(cells.get(`${sheetsVi.self}!C12`)).toBe(1);
    expect(cells.get(`${sheetsVi.self}!C13`)).toBe(0);
  }, 120_000);
});
