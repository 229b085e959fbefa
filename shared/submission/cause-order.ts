import { guardRules } from './rules/catalogue/guard-rules.ts';
import { identityRules } from './rules/catalogue/identity-rules.ts';
import { layoutRules } from './rules/catalogue/layout-rules.ts';
import { tableRules } from './rules/catalogue/table-rules.ts';

/** What is wrong with single rows of a table: read in the order of the rows. */
const rowRules = new Set([
  ...['ROW_UNKNOWN', 'INPUT_UNKNOWN', 'ROW_WITHOUT_CODE'],
  ...['ROW_DUPLICATE', 'ROW_DUPLICATE_HIDDEN', 'CELL_MERGED'],
]);

/** What is wrong with the file, then whose it is, then its sheet and columns; each comes of one before it. */
const fileRules = [...guardRules, ...identityRules, ...layoutRules, ...tableRules].map(({ rule }) => rule);
const order = new Map(fileRules.filter((rule) => !rowRules.has(rule)).map((rule, at) => [rule, at]));

/** Smaller is nearer to the cause: a column that is missing explains every figure that is missing. */
export const causeOrder = (rule: string): number =>
  order.get(rule) ?? (rowRules.has(rule) ? order.size : order.size + 1);
