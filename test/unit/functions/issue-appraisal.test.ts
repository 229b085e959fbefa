import { describe, expect, it } from 'vitest';
import { issueAppraisal } from '../../../functions/issue-appraisal/issue-appraisal.ts';
import { digestOf, frameworkDocument } from '../../../shared/frameworks/framework-document.ts';
import { frameworkKey } from '../../../shared/lake/keys.ts';
import { putObject } from '../../../shared/lake/objects.ts';
import { appraiserWith, openAppraisal } from '../../support/appraisal-ledger.ts';
import { caobang, hanoi } from '../../support/appraisals.ts';
import { callerWith } from '../../support/callers.ts';
import { frameworkOf, indicatorOf } from '../../support/forms.ts';
import { addReceipt, addToPeriod } from '../../support/ledger-round.ts';

const refused = (status: number, code: string) => expect.objectContaining({ status, code });

describe('issueAppraisal', () => {
  it('leads to a workbook for five minutes, of one unit where one is asked for', async () => {
    const { deps, receive } = await openAppraisal();
    await receive(hanoi, 'a');
    const of = { group: 'province34', period: '2024' };
    const link = new URL((await issueAppraisal({ ...of, unit_id: hanoi }, appraiserWith(), deps)).url);
    expect(link.searchParams.get('X-Amz-Expires')).toBe('300');
    expect(link.searchParams.get('response-content-disposition')).toContain(`tham-dinh-${hanoi}-2024.xlsx`);
    const nothing = issueAppraisal({ ...of, unit_id: caobang }, appraiserWith(), deps);
    await expect(nothing).rejects.toEqual(refused(409, 'nothing-accepted'));
  });

  it('is for appraisers of the group’s owner, and of units of the group', async () => {
    const { deps } = await openAppraisal();
    const ask = (caller = appraiserWith(), unit_id?: string) =>
      issueAppraisal({ group: 'province34', period: '2024', unit_id }, caller, deps);
    await expect(ask(callerWith())).rejects.toEqual(refused(403, 'role-refused'));
    await expect(ask(appraiserWith('x', { owner: 'P04-2025' }))).rejects.toEqual(refused(403, 'foreign-group'));
    await expect(ask(appraiserWith(), 'P99-2025')).rejects.toEqual(refused(404, 'unit-unknown'));
  });

  it('refuses a table that its own reader would refuse, and says how to get it in parts', async () => {
    const { deps } = await openAppraisal();
    const { sha256: _, ...content } = frameworkOf(
      Array.from({ length: 3_201 }, (_none, n) => indicatorOf(`i${n}`, { main_index: 'main', max_points: '1' })),
      { legal_reference: { title_vi: 'QĐ', number: '1/QĐ', issued: '2024-01-01', url: 'https://example.vn' } },
    );
    const large = { ...content, sha256: digestOf(content) };
    await putObject(deps.lake, frameworkKey(large.sha256), frameworkDocument(large));
    const of = { group: 'province34', period: '2026' };
    const { framework_id, version: framework_version, sha256: framework_sha256 } = large;
    const by = { at: '2026-10-05T00:00:00.000Z', subject: 'p-publisher', role: 'publisher' };
    await addToPeriod(deps, of, {
      ...{ kind: 'opened', ...by },
      about: { framework_id, framework_version, framework_sha256 },
    });
    await addReceipt(deps, { unit_id: hanoi, at: by.at, value: '0.5' }, of);
    await expect(issueAppraisal(of, appraiserWith(), deps)).rejects.toEqual(refused(409, 'too-many-rows'));
  });
});
