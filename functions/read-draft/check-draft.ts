import type { Caller } from '../../shared/identity/caller.ts';
import type { UnitOf } from '../../shared/ledger/chain.ts';
import { boundFindings, findingBounds, type MoreFindings } from '../../shared/submission/bound-findings.ts';
import { draftVersion } from '../../shared/submission/draft/draft-document.ts';
import { type DraftFinding, tellFinding } from '../../shared/submission/draft/tell-draft.ts';
import type { AskedInput } from '../../shared/submission/figure.ts';
import { codesOf, type InputCodes } from '../../shared/submission/input-key.ts';
import { type SelfScore, scoreSelf } from '../../shared/submission/self-score.ts';
import type { Finding } from '../../shared/submission/submission.ts';
import { timeFindings } from '../../shared/submission/time-findings.ts';
import { type OpenDraft, openDraft, ownInputs, type ReadDraftDeps } from './read-draft.ts';

/** What would be answered if the draft were sent now, and what it would come to. */
export interface DraftCheck extends UnitOf {
  version: string;
  acceptable: boolean;
  findings: (DraftFinding & { place: InputCodes | null })[];
  more_findings: MoreFindings | null;
  /** Of the whole unit, by the reference scorer; null for a department. */
  self_score: SelfScore | null;
}

/** Of a department: its own rows alone. Nothing is kept, and no number given out. */
export async function checkDraft(of: UnitOf, caller: Caller, deps: ReadDraftDeps): Promise<DraftCheck> {
  const draft = await openDraft(of, caller, deps);
  const { judged, period, rows } = draft;
  const late = timeFindings(deps.now().toISOString(), period, of.unit_id);
  const bound = boundFindings(ownFindings([...late, ...judged.findings], draft, caller), findingBounds.told);
  return {
    ...of,
    version: draftVersion(of, rows),
    acceptable: judged.acceptable,
    findings: bound.findings.map((finding) => ({ ...tellFinding(finding), place: placeOf(finding, draft.asked) })),
    more_findings: bound.more_findings,
    self_score: caller.department === null ? await scoreDraft(draft, deps) : null,
  };
}

/** What is of no row concerns whoever sends. */
function ownFindings(findings: Finding[], draft: OpenDraft, caller: Caller): Finding[] {
  if (caller.department === null) return findings;
  const own = new Set(ownInputs(draft, caller));
  return findings.filter(({ row }) => row !== null && own.has(draft.asked[row - 1]!));
}

const placeOf = ({ row }: Finding, asked: readonly AskedInput[]): InputCodes | null =>
  row === null ? null : codesOf(asked[row - 1]!);

const scoreDraft = ({ of, judged: { figures, context } }: OpenDraft, deps: ReadDraftDeps): Promise<SelfScore> =>
  scoreSelf(
    of,
    context.framework,
    figures.flatMap((figure) => (figure.value === null ? [] : [{ ...codesOf(figure), value: figure.value }])),
    deps,
  );
