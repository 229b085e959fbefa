import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../../infra/bundling.ts';
import { temporaryDirectory } from '../infra/local/temporary-directory.ts';
import { runScript } from '../support/commands.ts';

const { scripts } = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')) as {
  scripts: Record<string, string>;
};

const nowhere = './no/such/place';
const framework = ['--framework', 'dti-province-405'];
const period = ['--period', '2024'];
const group = ['--group', 'province34'];
const out = ['--out', nowhere];

/** Per command every way of naming what there is not; the option that must be told of. */
const misuses: Record<string, [args: string[], told: string][]> = {
  start: [
    [['--exit=never'], '--exit=never'],
    [['x'], 'x'],
  ],
  'sample-data': [
    [[...out, '--period', '2026-Q5'], '--period 2026-Q5'],
    [[...out, '--group', 'x'], '--group'],
    [[], 'thiếu --out'],
  ],
  template: [
    [['--framework', 'dti-x', ...group, ...period, '--unit', 'P01-2025', ...out], '--framework dti-x'],
    [[...framework, '--group', 'x', ...period, '--unit', 'P01-2025', ...out], '--group x'],
    [[...framework, ...group, ...period, '--unit', 'P99', ...out], '--unit P99'],
    [[...framework, ...group, ...period, '--unit', 'P01-2025', ...out, '--values', nowhere], `--values ${nowhere}`],
  ],
  check: [
    [['x.xlsx', '--framework', nowhere, ...group, ...period], `--framework ${nowhere}`],
    [['x.xlsx', ...framework, '--group', 'x', ...period], '--group x'],
    [[nowhere, ...framework, ...group, ...period], `FILE ${nowhere}`],
  ],
  'close-period': [
    [[...group, ...period, '--framework', 'dti-x', '--submissions', nowhere, ...out], '--framework dti-x'],
    [['--group', 'x', ...period, ...framework, '--submissions', nowhere, ...out], '--group x'],
    [[...group, ...period, ...framework, '--submissions', nowhere, ...out], `--submissions ${nowhere}`],
    [[...group, '--period', 'x', ...framework, '--submissions', nowhere, ...out], '--period x'],
  ],
  successors: [
    [['--release', nowhere, ...group, ...out], `--release ${nowhere}`],
    [['--release', 'test/golden/dti-province34-2024-r1', '--group', 'x', ...out], '--group x'],
    [['--release', nowhere, ...group, '--backcasts', nowhere], `--release ${nowhere}`],
  ],
  verify: [
    [[nowhere], nowhere],
    [['docs'], 'không có đợt công bố'],
    [[], 'thiếu DIR'],
  ],
  'report-pdf': [
    [[nowhere], nowhere],
    [['test/golden/dti-province34-2024-r1'], 'không có tệp ranking.xlsx'],
    [[], 'thiếu DIR'],
  ],
  'verify-ledger': [
    [['--state', nowhere], nowhere],
    [['--release', nowhere], 'no/such/place/release.json'],
    [['--against', nowhere], nowhere],
    [['--key', nowhere], '--key cần đi cùng --against'],
  ],
  'remind-units': [[['--day', '2026-02-30'], '--day 2026-02-30']],
  'rebuild-lists': [[['--state', nowhere], nowhere]],
  'load-published': [
    [['--state', nowhere], nowhere],
    [['--public-bucket', 'x'], 'thiếu --score-table'],
  ],
  bench: [[['nothing'], 'nothing']],
  mutants: [
    [['--seed', 'x'], '--seed x'],
    [['--group', 'x'], '--group'],
  ],
};

/** Take nothing, or are tools of others with words of their own. */
const others = ['test', 'test:long', 'test:office', 'check-types', 'lint', 'synth', 'docs', 'sql'];

const cases = Object.entries(misuses).flatMap(([command, ways]) =>
  ways.map(([args, told]) => ({ command, args, told })),
);

describe('a command that is told of a group, framework or folder that there is not', () => {
  it('is in this table, whichever command it is', () => {
    expect([...Object.keys(misuses), ...others].sort()).toEqual(Object.keys(scripts).sort());
  });

  it.each(cases)('$command $args ends with 2 and a Vietnamese sentence', async ({ command, args, told }) => {
    const script = scripts[command]!.split(' ').at(-1)!;
    const state = await temporaryDirectory();
    const { status, stdout, stderr } = await runScript(script, args, { DTI_STATE_DIR: state, PORT: '0' });
    expect([status, stdout]).toEqual([2, '']);
    const [first] = stderr.split('\n');
    expect(first).toContain(told);
    expect(first).toMatch(/[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹáàãéèíìĩóòõúùũý]/);
  });
});
