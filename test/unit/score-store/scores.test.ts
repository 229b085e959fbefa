import { describe, expect, it } from 'vitest';
import { readScoreboard, readScoreHeader, readUnitScore, writeScoreboard } from '../../../shared/score-store/scores.ts';
import { openScoreTable } from '../../support/score-table.ts';
import { buildProvinceScoreboard } from '../../support/scoreboard-builder.ts';

describe('scores of a run', () => {
  it('come back in the order of publication, though their keys sort by unit', async () => {
    const table = await openScoreTable();
    const scoreboard = buildProvinceScoreboard();
    const { units, ...header } = scoreboard;
    expect(units.map(({ unit_id }) => unit_id)).not.toEqual(units.map(({ unit_id }) => unit_id).sort());
    expect(await readScoreboard(table, 'run')).toBeNull();
    await writeScoreboard(table, 'run', scoreboard);
    expect(await readScoreboard(table, 'run')).toEqual(scoreboard);
    expect(await readScoreHeader(table, 'run')).toEqual(header);
  });

  it('are read one unit at a time, so that a check costs the same in a group of 3,321', async () => {
    const table = await openScoreTable();
    const scoreboard = buildProvinceScoreboard();
    await writeScoreboard(table, 'run', scoreboard);
    const hue = scoreboard.units.find(({ unit_id }) => unit_id === 'P46-2025')!;
    expect(await readUnitScore(table, 'run', 'P46-2025')).toEqual(hue);
    expect(await readUnitScore(table, 'run', 'P02')).toBeNull();
    expect(await readUnitScore(table, 'other', 'P46-2025')).toBeNull();
  });
});
