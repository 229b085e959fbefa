import { h } from 'preact';
import { render } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { compareDecimals } from '../../../../shared/site/charts/compare-decimals.ts';
import { countsWithRoom, markEqualValues } from '../../../../shared/site/charts/equal-values.ts';
import { measureValues } from '../../../../shared/site/charts/from-scoreboard.ts';
import { placeInLanes } from '../../../../shared/site/charts/place-in-lanes.ts';
import { RowAxis, RowMark } from '../../../../shared/site/charts/row-mark.tsx';
import { StripPlot } from '../../../../shared/site/charts/strip-plot.tsx';
import { spreadOver } from '../../../support/chart-data.ts';
import { buildProvinceScoreboard, withMissing } from '../../../support/scoreboard-builder.ts';

const awareness = measureValues(buildProvinceScoreboard(), 'awareness', { lang: 'vi' });

describe('equal values', () => {
  it('are one mark with their number: 24 of 34 at the maximum', () => {
    const marks = markEqualValues(awareness.units);
    expect(marks.map(({ value, units }) => [value, units.length]).at(-1)).toEqual(['1.0000', 24]);
    expect(marks.reduce((sum, { units }) => sum + units.length, 0)).toBe(34);
    expect(render(h(StripPlot, { id: 'a', lang: 'vi', source: '', data: awareness }))).toContain('>24</text>');
  });

  it('stand in ascending order, and missing ones not at all', () => {
    const units = withMissing(buildProvinceScoreboard(), 'P04-2025');
    const marks = markEqualValues(measureValues(units, 'dti', { lang: 'vi' }).units);
    expect(marks.map(({ value }) => value)).toEqual(marks.map(({ value }) => value).toSorted(compareDecimals));
    expect(marks.flatMap((mark) => mark.units).map(({ unit_id }) => unit_id)).not.toContain('P04-2025');
  });

  it('print the largest number first, and none on another', () => {
    const marks = markEqualValues(awareness.units);
    const shown = countsWithRoom(marks, (value) => Number(value) * 100, 8);
    expect(shown[0]!.units).toHaveLength(24);
    const places = shown.map(({ value }) => Number(value) * 100).sort((a, b) => a - b);
    expect(places.slice(1).every((place, index) => place - places[index]! >= 8)).toBe(true);
  });
});

describe('lanes', () => {
  it.each([1, 34, 126])('keep %i marks from lying on each other', (count) => {
    const place = (value: string) => (Number(value) - 0.4) * 250;
    const marks = placeInLanes(markEqualValues(spreadOver(count).units), place);
    const tooNear = marks.some((one) =>
      marks.some(
        (other) => one !== other && one.lane === other.lane && Math.abs(place(one.value) - place(other.value)) < 3.5,
      ),
    );
    expect(tooNear).toBe(false);
  });
});

describe('the mark of a row', () => {
  const domain = { from: '0.5', to: '0.9' };
  const markOf = (value: string | null, own = false) => render(h(RowMark, { value, mean: '0.7005', domain, own }));

  it('is hidden, for the digits stand beside it', () => {
    expect(markOf('0.8241')).toMatch(/^<svg class="rm" aria-hidden="true">/);
  });

  it('stands where its value lies, and nowhere when there is none', () => {
    expect(markOf('0.8241')).toContain('<circle cx="81%" r="5">');
    expect(markOf('0.8241', true)).toContain('<circle class="own" cx="81%" r="5">');
    expect(markOf(null)).not.toContain('<circle');
    expect(markOf(null)).toContain('class="missing"');
  });

  it('weighs 4 KB in 34 rows, so that a ranking with it stays far below its 60', () => {
    expect(markOf('0.8241').length * 34).toBeLessThan(4096);
  });

  it('has its scale in the head of its column', () => {
    expect(render(h(RowAxis, { lang: 'vi', domain }))).toContain('<span>0,5</span><span>0,9</span>');
  });
});
