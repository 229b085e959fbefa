import { describe, expect, it } from 'vitest';
import { type Quarter, type QuarterFile, quarter, quarterGroups } from '../../../sample-data/quarter.ts';
import { round2024 } from '../../../sample-data/rounds.ts';
import { stateAnswers } from '../../../shared/scoring/answer-states.ts';
import { scoreReference } from '../../../shared/scoring/reference/score-reference.ts';
import type { Scores } from '../../../shared/scoring/scores.ts';
import { checkDeclaredValues } from '../../../shared/submission/check-declared-values.ts';
import type { CheckedSubmission } from '../../../shared/submission/submission.ts';
import { membersOf } from '../../../shared/units/registry.ts';

const period = '2026-Q3';
const provinces = await quarter('province34', period);
const groups = [...quarterGroups({ allCommunes: false }), 'country'];

function check({ unit, values }: QuarterFile, { group, framework }: Quarter): CheckedSubmission {
  const members = new Set(membersOf(group, period).map(({ unit_id }) => unit_id));
  return checkDeclaredValues({
    bytes: new TextEncoder().encode(JSON.stringify(values)),
    format: 'json',
    expected: { group, period, unit_id: unit.unit_id },
    context: { framework, members },
  });
}

/** What the reference scorer makes of the accepted files. */
function score(made: Quarter): Scores {
  const accepted = made.files.flatMap((file) => {
    const { accepted: passed, unit_id, observations, sha256 } = check(file, made);
    return passed
      ? [{ unit_id: unit_id!, observations: observations.map((one) => ({ ...one, submission_sha256: sha256 })) }]
      : [];
  });
  const current = new Map(accepted.map((file) => [file.unit_id, file]));
  const stated = [...current.values()].map((unit) =>
    stateAnswers(made.framework, { ...unit, group: made.group, period, earlier: null }),
  );
  return scoreReference({
    framework: made.framework,
    units: membersOf(made.group, period).map(({ unit_id, name_vi }) => {
      return { unit_id, name_vi, submitted: current.has(unit_id), ranked: true };
    }),
    observations: stated.flatMap(({ observations }) => observations),
    answers: stated.flatMap(({ answers }) => answers),
  });
}

const scored = score(provinces);

describe('quarter', () => {
  it('is the same quarter whenever it is made, and another with another seed', async () => {
    expect(await quarter('province34', period)).toEqual(provinces);
    const other = await quarter('province34', period, 'other');
    expect(other.files[0]?.values).not.toEqual(provinces.files[0]?.values);
  });

  it('says that nobody declared it', () => {
    expect(provinces.illustrative).toBe(true);
    expect(provinces.note_vi).toContain('Số liệu minh họa');
    const evidence = provinces.files.flatMap(({ values }) => values.flatMap((value) => value.evidence ?? []));
    expect(evidence.length).toBeGreaterThan(500);
    expect(evidence.every((text) => text.startsWith('Minh họa: '))).toBe(true);
  });

  it.each(groups)('of %s passes every rule but where the story says otherwise', async (group) => {
    const made = await quarter(group, period);
    const answers = made.files.map((file) => ({ variant: file.variant, ...check(file, made) }));
    const refused = answers.filter(({ accepted }) => !accepted);
    expect(refused.map(({ variant, unit_id }) => [variant, unit_id])).toEqual(
      made.story.rejected === null ? [] : [['wrong', made.story.rejected]],
    );
    expect(refused.flatMap(({ findings }) => findings.map(({ rule }) => rule))).toEqual(
      made.story.rejected === null ? [] : ['NOT_NUMBER'],
    );
  });

  it('tells its story: one late, one rejected, one corrected, one with a blank, one merged', () => {
    const { story, files } = provinces;
    const filesOf = (unitId: string | null) => files.filter(({ unit }) => unit.unit_id === unitId);
    expect(new Set(Object.values(story)).size).toBe(5);
    expect(filesOf(story.late)).toEqual([]);
    expect(filesOf(story.rejected).map(({ variant }) => variant)).toEqual(['wrong']);
    expect(filesOf(story.corrected).map(({ variant }) => variant)).toEqual(['slip', 'right']);
    const [slip, right] = filesOf(story.corrected);
    expect(slip?.values.filter(({ value }, i) => value !== right?.values[i]?.value)).toHaveLength(1);
    const merged = filesOf(story.merged)[0];
    expect(merged?.unit.formed_from.length).toBeGreaterThan(1);
    expect(merged?.values.find(({ note }) => note?.startsWith('Cộng số liệu của '))).toBeDefined();
    expect(files).toHaveLength(34);
  });

  it('shows states that are not zero: not due, not applicable, not answered', () => {
    const states = new Set(scored.indicator_points.map(({ state }) => state));
    expect(states).toEqual(new Set(['answered', 'not_due', 'not_applicable', 'not_answered']));
    const blank = scored.indicator_points.filter(({ state }) => state === 'not_answered');
    expect(blank.map(({ unit_id }) => unit_id)).toEqual([provinces.story.unanswered]);
    expect(scored.indicator_points.some(({ indicator }) => indicator === 'inf_iot')).toBe(false); // not assessed
  });

  it('stands near what was published of each province for 2024, main index by main index', () => {
    const published = new Map(
      round2024('province34').rows.flatMap(({ unit, values }) =>
        values.map(({ indicator, value }) => [`${unit.unit_id}/${indicator}`, value] as const),
      ),
    );
    const distances = scored.measure_scores.flatMap(({ unit_id, measure, value }) => {
      const before = published.get(`${unit_id}/${measure}`);
      if (before === undefined || value === null || unit_id === provinces.story.unanswered) return [];
      return [Math.abs(Number(value) - Number(before))];
    });
    expect(distances).toHaveLength(31 * 8); // all but late, rejected and blank
    expect(Math.max(...distances)).toBeLessThan(0.06);
    expect(distances.reduce((sum, distance) => sum + distance, 0) / distances.length).toBeLessThan(0.015);
  });

  it('gives every unit a value in every main index, so that all that submitted are ranked', () => {
    expect(scored.measure_scores.filter(({ value }) => value === null)).toEqual([]);
    const ranks = scored.measure_scores.filter(({ measure, rank }) => measure === 'dti' && rank !== null);
    expect(ranks).toHaveLength(32);
  });

  it('makes a year too, in which everything is asked, so that a later quarter has something to carry', async () => {
    const year = await quarter('province34', '2025');
    const inputsOf = ({ files }: Quarter) => new Set(files[0]?.values.map(({ indicator }) => indicator));
    expect(inputsOf(year).size).toBe(44);
    expect(inputsOf(provinces).size).toBe(33);
    const members = new Set(membersOf('province34', '2025').map(({ unit_id }) => unit_id));
    const { unit, values } = year.files[0]!;
    const answer = checkDeclaredValues({
      bytes: new TextEncoder().encode(JSON.stringify(values)),
      format: 'json',
      expected: { group: 'province34', period: '2025', unit_id: unit.unit_id },
      context: { framework: year.framework, members },
    });
    expect(answer.findings).toEqual([]);
  });

  it('is refused for a group that no list of indicators is delivered for', async () => {
    await expect(quarter('province63', period)).rejects.toThrow(/no list .* is delivered for province63/);
  });
});

describe('quarterGroups', () => {
  it('holds the communes of one province, or of all 34', () => {
    expect(quarterGroups({ allCommunes: false })).toHaveLength(5);
    const all = quarterGroups({ allCommunes: true }).filter((group) => group.startsWith('communes-'));
    expect(all.flatMap((group) => membersOf(group, period))).toHaveLength(3321);
  });
});
