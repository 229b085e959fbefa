import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../../../infra/bundling.ts';
import { ofType, synthesise } from '../../support/aws/synthesise.ts';

const runbook = readFileSync(join(projectRoot, 'docs/runbook.md'), 'utf8');
const sections = new Map(
  runbook.split(/^### /m).map((section) => [section.split('\n', 1)[0]!, section.replace(/\s+/g, ' ')]),
);
const { stateless, edgeAlarms } = synthesise();
const alarms = ofType([...stateless, ...edgeAlarms], 'AWS::CloudWatch::Alarm').map(({ Properties }) => ({
  name: Properties.AlarmName as string,
  impact: (Properties.AlarmDescription as string).replace(/ Runbook: .*$/, ''),
}));

describe('runbook', () => {
  it.each(alarms)('tells whoever $name wakes who is hurt, where to look, what to do', ({ name, impact }) => {
    const section = sections.get(name);
    expect(section).toContain(`**Who is hurt**: ${impact}`);
    for (const part of ['**Look here**', '**Fix**', '**Replay**']) expect(section).toContain(part);
  });

  it('knows no alarm that is gone', () => {
    const alarmPart = /^## Alarms$([\s\S]*?)^## /m.exec(runbook)![1]!;
    const headings = [...alarmPart.matchAll(/^### (.*)$/gm)].map(([, heading]) => heading);
    expect(headings.sort()).toEqual(alarms.map(({ name }) => name).sort());
  });
});
