import { sha256Of } from '../../shared/digest/canonical-json.ts';
import { enterUnit } from '../../shared/http/enter.ts';
import type { Caller } from '../../shared/identity/caller.ts';
import { templateKey } from '../../shared/lake/keys.ts';
import { type Download, presignDownload, putObjectOnce } from '../../shared/lake/objects.ts';
import { contentTypeOf } from '../../shared/release/run-files.ts';
import { noteOpened } from '../../shared/submission/note-opened.ts';
import { makePrefilledForm, type PrefilledFormDeps } from '../../shared/submission/prefilled-form.ts';
import type { UnitPeriod } from '../../shared/submission/released-figures.ts';
import { writeTemplate } from '../../shared/workbook/template/write-template.ts';

export interface IssueTemplateDeps extends PrefilledFormDeps {
  now: () => Date;
}

/** Where the unit's form for an open period can be fetched for a short while: signed, filled with what is known. */
export async function issueTemplate(of: UnitPeriod, caller: Caller, deps: IssueTemplateDeps): Promise<Download> {
  const { group, period, unit_id } = of;
  const state = await enterUnit(caller, of, deps.ledger, 'officer', 'certifier', 'publisher');
  const bytes = await writeTemplate(await makePrefilledForm(of, state, deps));
  const key = templateKey({ group, period, unit_id, sha256: sha256Of(bytes) });
  await putObjectOnce(deps.lake, key, bytes, { contentType: contentTypeOf(key) });
  if (caller.role !== 'publisher') await noteOpened(of, state, caller, deps);
  return presignDownload(deps.lake, key, `bieu-mau-${unit_id}-${period}.xlsx`);
}
