import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import type { Scoreboard } from '../../../shared/scoring/scoreboard.ts';
import { WhatIfSection } from '../../../shared/site/what-if-section.tsx';
import { buildProvinceScoreboard, withoutTotal } from '../../support/scoreboard-builder.ts';

const draw = (scoreboard: Scoreboard) => renderToString(h(WhatIfSection, { scoreboard, language: 'vi' }));
const scoreboard = buildProvinceScoreboard();

describe('the part of a page that weights are tried in', () => {
  it('has a row for each unit that was scored, and a slider for each weight', () => {
    const html = draw(scoreboard);
    const scored = scoreboard.units.filter(({ state }) => state !== 'not_submitted');
    expect(html.match(/<tr/g)).toHaveLength(scored.length + 1);
    expect(html).toMatch(/type="range"|type="number"/);
  });

  it('is not there where the release ranks by no total', () => {
    expect(draw(withoutTotal(structuredClone(scoreboard)))).toBe('');
    const measures = scoreboard.measures.map((measure) => ({ ...measure, ranked: false }));
    expect(draw({ ...scoreboard, measures })).toBe('');
  });
});
