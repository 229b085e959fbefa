import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TypedRow } from '../../../shared/submission/draft/draft-row.ts';
import { readDraft, readRivals, readVersions, saveRow } from '../../../shared/submission/draft/draft-store.ts';
import { openScoreTable } from '../../support/score-table.ts';

const codes = { indicator: 'a', input: 'value' };

/** What somebody types, and the version that they had seen. */
const typing = fc.record({
  who: fc.constantFrom('p-lan', 'p-minh', 'p-an'),
  seen: fc.integer({ min: 0, max: 4 }),
});
/** Batches of what happens at once. */
const life = fc.array(fc.array(typing, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 5 });

describe('a row that several people type in at once', () => {
  it('loses nobody’s last words and no version, whatever each had seen', async () => {
    const table = await openScoreTable();
    let lives = 0;
    await fc.assert(
      fc.asyncProperty(life, async (batches) => {
        const of = { group: 'province34', period: '2024', unit_id: `U${++lives}` };
        let words = 0;
        const last = new Map<string, string>();
        for (const batch of batches) {
          const [current = null] = await readDraft(table, of);
          await Promise.all(
            batch.map(({ who, seen }) => {
              const value = `${++words}`;
              last.set(who, value);
              const typed: TypedRow = { value, evidence: null, note: null };
              const by = { filled_by: who, department: null, filled_at: new Date(words).toISOString() };
              return saveRow(table, of, { ...codes, typed, version: seen, by, rivals: [] }, current);
            }),
          );
        }
        const [row] = await readDraft(table, of);
        const versions = await readVersions(table, of, codes);
        expect(versions.map(({ version }) => version)).toEqual(versions.map((_, at) => at + 1));
        const kept = [...versions, ...(await readRivals(table, of))].map(({ value }) => value);
        for (const [who, value] of last) if (wasLastAlone(who, batches)) expect(kept).toContain(value);
        if (row) expect(row.fillers).toEqual([...new Set(versions.map(({ filled_by }) => filled_by))].sort());
      }),
      { numRuns: 60 },
    );
  });
});

/** Whether in the batch in which somebody typed last, they typed once: of two at once either is the last. */
function wasLastAlone(who: string, batches: { who: string }[][]): boolean {
  const batch = batches.findLast((one) => one.some((typed) => typed.who === who));
  return batch!.filter((typed) => typed.who === who).length === 1;
}
