import { describe, expect, it } from 'vitest';
import { changedInputs } from '../../../shared/release/changed-inputs.ts';
import { haveEqualInputs, type Selection } from '../../../shared/release/selection.ts';

const selection: Selection = {
  ...{ index: 'dti', group: 'province34', period: '2024', framework_sha256: 'f', registry_sha256: 'r' },
  submissions: [
    { unit_id: 'a', sha256: 's1', format: 'xlsx', figures_sha256: 'g1' },
    { unit_id: 'b', sha256: 's2', format: 'xlsx', figures_sha256: 'g2' },
  ],
  appraisals: [{ unit_id: 'a', indicator: 'i', decisions_sha256: 'd1' }],
};
const [a, b] = selection.submissions as [Selection['submissions'][0], Selection['submissions'][0]];
const reason = { text_vi: 'x', kind: 'input', found_by: 'y' } as const;

const told = (changes: Partial<Selection>) =>
  changedInputs(selection, { ...selection, ...changes }, (id) => id.toUpperCase()).map((one) =>
    'unit_id' in one ? `${one.what} ${one.unit_name_vi}` : one.what,
  );

describe('changedInputs', () => {
  it.each<[string, Partial<Selection>, string[]]>([
    ['other figures', { submissions: [a, { ...b, figures_sha256: 'g3', sha256: 's3' }] }, ['figures B']],
    ['a unit that came', { submissions: [a, b, { ...b, unit_id: 'c' }] }, ['figures C']],
    ['a unit that went, with its decisions', { submissions: [b], appraisals: [] }, ['figures A', 'decisions A']],
    ['another file', { submissions: [a, { ...b, sha256: 's3' }] }, ['file B']],
    ['another decision', { appraisals: [{ unit_id: 'a', indicator: 'i', decisions_sha256: 'd2' }] }, ['decisions A']],
    [
      'all that is not of a unit',
      { framework_sha256: 'x', registry_sha256: 'x', notice_vi: 'x' },
      ['framework', 'registry', 'notice'],
    ],
    [
      'another release before',
      { previous: { release: 'r', run_id: 'x', manifest_sha256: 'm', framework_sha256: 'f' } },
      ['previous'],
    ],
    ['nothing but what it corrects', { corrects: { release: 'r1', run_id: 'x', manifest_sha256: 'm', reason } }, []],
  ])('names %s', (_, changes, expected) => {
    expect(told(changes)).toEqual(expected);
    expect(haveEqualInputs(selection, { ...selection, ...changes })).toBe(expected.length === 0);
  });
});
