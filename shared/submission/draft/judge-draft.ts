import { askedIndicators } from '../../frameworks/asked-indicators.ts';
import type { Framework } from '../../frameworks/framework.ts';
import type { UnitOf } from '../../ledger/chain.ts';
import type { UnitState } from '../../ledger/fold-unit.ts';
import { evidenceFilesOf, readCheckContext, readComparedFigures } from '../check-arrived.ts';
import { conclude } from '../conclude.ts';
import type { AskedInput, CheckContext, Figure } from '../figure.ts';
import { inputsOf, keyOf } from '../input-key.ts';
import type { ReceiveDeps } from '../receive-submission.ts';
import { figureRuleChecks } from '../rules/figure-rules.ts';
import type { Finding } from '../submission.ts';
import { toldFindings } from '../told-findings.ts';
import { bytesOfDraft } from './draft-bytes.ts';
import type { DraftRow } from './draft-row.ts';
import { readTyped } from './read-typed.ts';

/** A draft as it would be judged if it were sent now. */
export interface JudgedDraft {
  /** One of each input that is asked, in the order asked. */
  figures: Figure[];
  /** Those with a row number are of the input of that number, from 1. */
  findings: Finding[];
  /** Nothing is wrong with it. */
  acceptable: boolean;
  /** What would be sent. */
  bytes: Uint8Array;
  context: CheckContext;
}

export const askedOf = (framework: Framework, of: UnitOf): AskedInput[] => inputsOf(askedIndicators(framework, of));

type Deps = Pick<ReceiveDeps, 'lake' | 'table' | 'ledger'>;

/** All rules of a submission over what is typed; nothing is kept, and no number given out. */
export async function judgeDraft(
  of: UnitOf,
  { framework, rows, unit }: { framework: Framework; rows: readonly DraftRow[]; unit: UnitState },
  deps: Deps,
): Promise<JudgedDraft> {
  const current = await readComparedFigures(of, unit, { upload_number: Number.MAX_SAFE_INTEGER }, deps);
  const known = await readCheckContext(of, framework, current, deps);
  const context = { ...known, evidenceFiles: evidenceFilesOf(unit) };
  const { figures, findings } = readTyped(askedOf(framework, of), byKey(rows));
  const bytes = bytesOfDraft(figures, byKey(rows));
  const { accepted, ...checked } = conclude({ unit_id: of.unit_id, sha256: '', figures, findings }, context);
  return { figures, findings: toldFindings(checked.findings), acceptable: accepted, bytes, context };
}

/** What can be said of single rows while they are typed: how they are read, and what breaks without a look at the past. */
export function judgeRows(framework: Framework, of: UnitOf, rows: readonly DraftRow[]): JudgedRows {
  const { figures, findings } = readTyped(askedOf(framework, of), byKey(rows));
  const filled = new Set(rows.map(({ indicator }) => indicator));
  const touched = figures.filter(({ indicator }) => filled.has(indicator.indicator));
  const broken = figureRuleChecks.flatMap(({ check }) => check(touched, { framework, members: new Set([of.unit_id]) }));
  return { figures, findings: toldFindings([...findings, ...broken]) };
}

export type JudgedRows = Pick<JudgedDraft, 'figures' | 'findings'>;

const byKey = (rows: readonly DraftRow[]): Map<string, DraftRow> => new Map(rows.map((row) => [keyOf(row), row]));
