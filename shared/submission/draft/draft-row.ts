import { canonicalJson } from '../../digest/canonical-json.ts';
import type { EvidenceRecord } from '../evidence/evidence-record.ts';
import type { InputCodes } from '../input-key.ts';

/** Characters of a text that is typed. */
export const longestText = 2000;

/** What stands in the three fields of a row, as it was typed: nothing of it is changed before it is sent. */
export interface TypedRow {
  /** In any notation that a cell of the form takes; null: blank. */
  value: string | null;
  evidence: string | EvidenceRecord[] | null;
  note: string | null;
}

/** One row of a draft at one version. */
export interface DraftRow extends InputCodes, TypedRow {
  /** From 1; each change is one more. */
  version: number;
  /** Opaque id of whoever typed this version. */
  filled_by: string;
  /** Department of theirs; null: an officer of the whole unit. */
  department: string | null;
  /** When, UTC. */
  filled_at: string;
  /** Everybody who ever filled the row, in order of their ids: what stands may hold words of each. */
  fillers: string[];
}

export const nothingTyped: TypedRow = { value: null, evidence: null, note: null };

export const typedOf = ({ value, evidence, note }: TypedRow): TypedRow => ({ value, evidence, note });

export const isSameTyped = (one: TypedRow, other: TypedRow): boolean =>
  canonicalJson(typedOf(one)) === canonicalJson(typedOf(other));

/** Something was typed: a blank row with a note says why it is blank. */
export const isFilled = ({ value, note }: TypedRow): boolean => value !== null || note !== null;
