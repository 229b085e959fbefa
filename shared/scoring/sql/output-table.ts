import type { Table } from '../../lake/tables.ts';

/** A table that scoring SQL computes: `query.sql` and `checks/<check>.sql` lie beside its definition. */
export interface OutputTable extends Table {
  /** Frozen and computed tables that `query.sql` names. */
  reads: string[];
  orderBy: string[];
  /** Statements that yield rows only when something is wrong. */
  checks: { check: string; reads: string[] }[];
}
