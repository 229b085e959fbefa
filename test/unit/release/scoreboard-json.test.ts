import { describe, expect, it } from 'vitest';
import { renderScoreboardJson } from '../../../shared/release/scoreboard-json.ts';
import { buildProvinceScoreboard } from '../../support/scoreboard-builder.ts';

describe('renderScoreboardJson', () => {
  it('gives the same text for the same scoreboard, because the release names it by hash', () => {
    expect(renderScoreboardJson(buildProvinceScoreboard())).toBe(renderScoreboardJson(buildProvinceScoreboard()));
  });

  it('keeps values as text, so that no reader turns four decimals into a float on the way', () => {
    const text = renderScoreboardJson(buildProvinceScoreboard());
    expect(text).toContain('"value":"0.8241"');
    expect(text.endsWith('}\n')).toBe(true);
    expect(JSON.parse(text)).toEqual(buildProvinceScoreboard());
  });
});
