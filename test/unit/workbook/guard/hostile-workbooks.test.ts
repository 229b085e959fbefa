import { describe, expect, it } from 'vitest';
import { openWorkbook } from '../../../../shared/workbook/open-workbook.ts';
import { hostileWorkbooks } from '../../../support/hostile-workbooks.ts';

// A second on a quiet machine (test/bench/guard.bench.ts); processor time, with room for a machine shared with other tests.
const longestCpuMs = 4_000;

describe('openWorkbook on hostile files', () => {
  it.each(hostileWorkbooks.filter(({ refusedBy }) => refusedBy !== null))(
    'refuses $name with $refusedBy, because what is inside must never be unpacked or loaded as it claims',
    async ({ refusedBy, build }) => {
      const bytes = build();
      const before = process.cpuUsage();
      const { book, findings } = await openWorkbook(bytes);
      const spent = process.cpuUsage(before);

      expect(findings.map(({ rule }) => rule)).toContain(refusedBy);
      expect(book).toBeNull();
      expect((spent.user + spent.system) / 1000).toBeLessThan(longestCpuMs);
    },
  );

  it.each(hostileWorkbooks.filter(({ refusedBy }) => refusedBy === null))(
    'opens a file with $name, because its figures are sound and only the furniture is dropped',
    async ({ build }) => {
      const causes: unknown[] = [];
      const bytes = build();
      const before = process.cpuUsage();
      const { book, findings } = await openWorkbook(bytes, { reportCause: (cause) => causes.push(cause) });
      const spent = process.cpuUsage(before);

      expect((spent.user + spent.system) / 1000).toBeLessThan(longestCpuMs);
      expect(causes).toEqual([]);
      expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
      const [[, line] = []] = book!.sheets[0]!.rows;
      expect([...line!.cells.values()]).toEqual([{ kind: 'number', text: '1' }]);
    },
  );

  it('tells that links were dropped and still opens, because only saved values are used', async () => {
    const linked = hostileWorkbooks.find(({ name }) => name === 'links to another file')!;
    const { book, findings } = await openWorkbook(linked.build());

    expect(book).not.toBeNull();
    expect(findings).toMatchObject([{ rule: 'LINKS_DROPPED', severity: 'warning' }]);
  });

  it('tells all that the directory shows at once, because a second upload to learn of a second fault is a wasted one', async () => {
    const overlap = hostileWorkbooks.find(({ name }) => name.includes('overlapping entries'))!;
    const { findings } = await openWorkbook(overlap.build());

    expect(findings.map(({ rule }) => rule)).toEqual(
      expect.arrayContaining(['ZIP_NAME_MISMATCH', 'ZIP_OVERLAP', 'ZIP_TOTAL_TOO_BIG']),
    );
  });
});
