import { describe, expect, it } from 'vitest';
import { chooseForFrontPage, type FrontPageFacts, isFitForFrontPage } from '../../../shared/release/front-page.ts';

interface Sketch {
  illustrative?: boolean;
  minimum?: number;
  closed?: string;
  submitted?: number;
}

const facts = ({
  illustrative = false,
  minimum,
  closed = '2025-12-31',
  submitted = 34,
}: Sketch = {}): FrontPageFacts => ({
  framework: { illustrative, ...(minimum === undefined ? {} : { minimum_units_percent: minimum }) },
  closing_date: closed,
  unit_count: 34,
  submitted_count: submitted,
});
const today = '2026-02-01';

describe('isFitForFrontPage', () => {
  it.each<[string, Sketch, boolean]>([
    ['half of the units, where the framework says nothing', { submitted: 17 }, true],
    ['one unit less, because a table of the first few would be quoted as the country’s', { submitted: 16 }, false],
    ['exactly the share that the framework asks for, without rounding', { minimum: 75, submitted: 26 }, true],
    ['less than that share: 25 of 34 are 73.5 %', { minimum: 75, submitted: 25 }, false],
    ['anybody at all, where the framework asks for nobody', { minimum: 0, submitted: 1 }, true],
    ['made-up figures, however many there are', { illustrative: true }, false],
    ['a period that ended yesterday', { closed: '2026-01-31' }, true],
    ['a period that ends today, as figures may still be of today', { closed: '2026-02-01' }, false],
  ])('judges %s', (_, sketch, expected) => {
    expect(isFitForFrontPage(facts(sketch), today)).toBe(expected);
  });
});

describe('chooseForFrontPage', () => {
  const choose = (...sketches: Sketch[]) => {
    const candidates = sketches.map((sketch, place) => ({ place, header: facts(sketch) }));
    return chooseForFrontPage(candidates, today)?.place ?? null;
  };
  const early = { closed: '2026-03-31', submitted: 34 };
  const few = { submitted: 3 };
  const madeUp = { illustrative: true };

  it('takes the newest that is fit, not a newer one that is early, thin or made up', () => {
    expect(choose(madeUp, early, few, {}, {})).toBe(3);
  });

  it('takes the newest real one while none is fit: thin figures are better than made-up ones', () => {
    expect(choose(madeUp, early, few)).toBe(1);
    expect(choose(madeUp, few)).toBe(1);
  });

  it('takes the newest while nothing is real, and nothing while there is nothing', () => {
    expect(choose(madeUp, madeUp)).toBe(0);
    expect(choose()).toBeNull();
  });
});
