import { TrinoSQL } from 'dt-sql-parser';
import { allowedFunctions } from '../../shared/scoring/sql/allowed-functions.ts';

/** What both engines accept and read differently, or what only the local one accepts; the grammar lets most of it pass. */
const forbidden: [pattern: RegExp, why: string][] = [
  [/::/, '`::` is not Trino'],
  [/`/, 'a backtick quotes nothing in Trino'],
  [/\d\.\d/, 'a decimal literal makes a decimal, whose division differs'],
  [/\bdecimal\b|\bnumeric\b|\bdouble\b|\breal\b|\bfloat\b/i, 'scores are scaled integers'],
  [/\bas\s+(?:int|integer|smallint|tinyint)\b/i, 'integers are bigints'],
  [/\bavg\b/i, 'an average is a sum and a count, divided once'],
  [/order by all|group by all/i, 'ALL is not Trino'],
  [/select\s+\*|\.\*/i, 'the column list is explicit'],
  [/\bqualify\b|\bpivot\b|\bsemi join\b|\basof\b|\busing\b/i, 'not in both engines'],
  [/(?<!INNER |LEFT |CROSS )\bJOIN\b/i, 'the type of a join is written out'],
];

const keywordsBeforeBrackets = new Set(
  'as in on over and or not when then else by exists from values where with having case distinct unnest'.split(' '),
);

/** What is wrong with a statement: by Trino's grammar, the list of functions and the list above. Empty when nothing is. */
export function lintSql(sql: string): string[] {
  const bare = withoutText(sql);
  return [
    ...new TrinoSQL().validate(sql).map(({ message, startLine }) => `line ${startLine}: ${message}`),
    ...forbidden.filter(([pattern]) => pattern.test(bare)).map(([, why]) => why),
    ...calledFunctions(bare)
      .filter((name) => !allowedFunctions.some((allowed) => allowed.name === name))
      .map((name) => `${name}() is not on the list of functions`),
    ...unguardedDivisors(bare).map((divisor) => `nothing keeps the divisor ${divisor} from being zero`),
    ...unguardedSums(bare).map((call) => `${call} is not cast to bigint`),
  ];
}

/** Without comments and literals, which are no SQL. */
const withoutText = (sql: string) => sql.replace(/--[^\n]*/g, '').replace(/'(?:[^']|'')*'/g, "''");

function calledFunctions(bare: string): string[] {
  const names = [...bare.matchAll(/\b([a-z_]\w*)\s*\(/gi)].map(([, name]) => name!.toLowerCase());
  return [...new Set(names)].filter((name) => !keywordsBeforeBrackets.has(name));
}

/** The local engine sums into 128 bits and would hide an overflow. */
const unguardedSums = (bare: string): string[] =>
  [...bare.matchAll(/(CAST\(\s*(?:COALESCE\(\s*)?)?SUM\([^)]*\)/gi)].filter(([, cast]) => !cast).map(([call]) => call);

/** In Trino a division by zero fails the run, here it is NULL. Scales and the base of digits are powers of ten. */
const unguardedDivisors = (bare: string): string[] =>
  [...bare.matchAll(/[/%]\s*(\([^)]*\)|[\w.]+)/g)]
    .map(([, divisor]) => divisor!)
    .filter((divisor) => !/^NULLIF$|^(?:\w+\.)?(?:target_scale|digit_base)$/.test(divisor));

/** Names after FROM and JOIN that no CTE of the statement defines. */
export function tablesOf(sql: string): string[] {
  const bare = withoutText(sql);
  const own = new Set([...bare.matchAll(/\b(\w+) AS \(\s*SELECT/gi)].map(([, name]) => name!));
  const named = [...bare.matchAll(/(?<!\bDISTINCT )\b(?:FROM|JOIN)\s+(\w+)/gi)].map(([, name]) => name!);
  return [...new Set(named)].filter((name) => !own.has(name)).sort();
}

/** How many tables Trino reads for a statement: it computes a CTE again wherever it is named. */
export function unfoldedReads(sql: string, outer: ReadonlyMap<string, number> = new Map()): number {
  const reads = new Map(outer);
  let rest = withoutText(sql)
    .trim()
    .replace(/^WITH\b/, ',');
  for (let head = cteHead.exec(rest); head; head = cteHead.exec(rest)) {
    const end = closingBracket(rest, head[0].length);
    reads.set(head[1]!, unfoldedReads(rest.slice(head[0].length, end), reads));
    rest = rest.slice(end + 1);
  }
  const named = [...rest.matchAll(/(?<!\bDISTINCT )\b(?:FROM|JOIN)\s+([\w.]+)/gi)].map(([, name]) => name!);
  return named.reduce((sum, name) => sum + (reads.get(name) ?? 1), 0);
}

const cteHead = /^\s*,\s*(\w+) AS \(/;

function closingBracket(text: string, from: number): number {
  let depth = 1;
  let at = from;
  for (; depth > 0 && at < text.length; at++) depth += { '(': 1, ')': -1 }[text[at]!] ?? 0;
  return at - 1;
}
