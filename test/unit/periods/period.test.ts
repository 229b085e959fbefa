import { describe, expect, it } from 'vitest';
import {
  comparePeriodEnds,
  isPeriod,
  lastDayOf,
  parsePeriod,
  periodLabelVi,
  periodNamedVi,
  quartersLabelVi,
} from '../../../shared/periods/period.ts';

describe('parsePeriod', () => {
  it('reads a year and a quarter, the two kinds of collection', () => {
    expect(parsePeriod('2024')).toEqual({ period: '2024', year: 2024, quarter: null });
    expect(parsePeriod('2026-Q3')).toEqual({ period: '2026-Q3', year: 2026, quarter: 3 });
  });

  it.each(['', '24', '2026-Q5', '2026-Q0', '2026-q3', '2026Q3', ' 2024', '2024\n', '1024', '2024-Q'])(
    'refuses %j and says how a period is written, because keys are built from it',
    (text) => {
      expect(isPeriod(text)).toBe(false);
      expect(() => parsePeriod(text)).toThrow(/PERIOD_MALFORMED: .*2026-Q3/s);
    },
  );
});

describe('lastDayOf', () => {
  it('is the day that membership and validity are taken at', () => {
    const days = ['2024', '2026-Q1', '2026-Q2', '2026-Q3', '2026-Q4'].map((text) => lastDayOf(parsePeriod(text)));
    expect(days).toEqual(['2024-12-31', '2026-03-31', '2026-06-30', '2026-09-30', '2026-12-31']);
  });
});

describe('comparePeriodEnds', () => {
  it('puts the last quarter before its year, so that the year may carry its values', () => {
    const periods = ['2026', '2026-Q4', '2025', '2027-Q1', '2026-Q1'].map(parsePeriod).sort(comparePeriodEnds);
    expect(periods.map(({ period }) => period)).toEqual(['2025', '2026-Q1', '2026-Q4', '2026', '2027-Q1']);
    expect(comparePeriodEnds(parsePeriod('2026'), parsePeriod('2026'))).toBe(0);
  });
});

describe('periodLabelVi', () => {
  it('follows the wording of official documents', () => {
    expect(['2024', '2026-Q3'].map((text) => periodLabelVi(parsePeriod(text)))).toEqual(['năm 2024', 'Quý III/2026']);
    expect(['2024', '2026-Q3', 'x'].map(periodNamedVi)).toEqual(['năm 2024', 'quý III/2026', 'x']);
  });
});

describe('quartersLabelVi', () => {
  it('names every quarter that is in, so that a missing one shows', () => {
    const labels = ['3', '13', '124'].map((digits) =>
      quartersLabelVi([...digits].map((quarter) => parsePeriod(`2026-Q${quarter}`))),
    );
    expect(labels).toEqual(['Quý III/2026', 'các quý I và III/2026', 'các quý I, II và IV/2026']);
  });
});
