import { checkIndicator } from './check-indicator.ts';
import type { Indicator, ScoringRule } from './framework.ts';
import { codeShape, decimalText } from './framework-shape.ts';
import type { OptionalColumn, Row } from './read-header.ts';
import { readInputs } from './read-inputs.ts';
import { readTiers } from './read-tiers.ts';
import { isRule, scoringRules } from './rules.ts';

/** The indicator of a line; or everything that is wrong with it, as texts. */
export function readIndicator(row: Row): Indicator | string[] {
  const tiers = readTiers(row.tiers);
  const inputs = isRule(row.rule) && typeof tiers !== 'string' ? readInputs(row.inputs, row.rule, tiers) : [];
  const unread = [tiers, inputs].filter((read) => typeof read === 'string');
  const mistakes = [...checkCells(row), ...unread];
  if (mistakes.length > 0 || typeof tiers === 'string' || typeof inputs === 'string') return mistakes;
  const indicator: Indicator = { ...readNeeded(row), inputs, ...(tiers.length > 0 && { tiers }), ...readOptional(row) };
  const misfits = checkIndicator(indicator);
  return misfits.length > 0 ? misfits : indicator;
}

const allowed = {
  assessed: ['true', 'false'],
  evidence_required: ['true', 'false'],
  zero_denominator: ['not_applicable', 'zero_points', ''],
  due: ['quarterly', 'yearly', ''],
  annual: ['last', 'sum', ''],
  source: ['reported', 'measured', 'statistics', 'survey', ''],
  illustrative: ['true', 'false', ''],
} as const;

function checkCells(row: Row): string[] {
  const malformed = (['indicator', 'main_index'] as const).filter(
    (column) => !codeShape.safeParse(row[column]).success,
  );
  const empty = (['name_vi', 'name_en'] as const).filter((column) => row[column] === '');
  return [
    ...malformed.map((column) => `${column} "${row[column]}" is not a code; use lower-case letters, digits and _`),
    ...empty.map((column) => `${column} is empty; write a text here`),
    ...checkChoices(row),
    ...(isRule(row.rule) ? [] : [`rule "${row.rule}" is not known; known are ${scoringRules.join(', ')}`]),
    ...checkMaxPoints(row.max_points),
    ...(row.target === '' ? [] : checkDecimal('target', row.target)),
  ];
}

function checkChoices(row: Row): string[] {
  return Object.entries(allowed).flatMap(([name, values]) => {
    const found = row[name as keyof typeof allowed];
    // Spreadsheets save TRUE.
    if ((values as readonly string[]).includes(found.toLowerCase())) return [];
    const listed = values.filter((value) => value !== '').join(' or ');
    return [`${name} "${found}" must be ${listed}${values.at(-1) === '' ? ', or empty' : ''}`];
  });
}

const checkDecimal = (column: string, text: string): string[] =>
  decimalText.safeParse(text).success ? [] : [`${column} "${text}" is not a plain decimal; write 140 or 12.5`];

function checkMaxPoints(text: string): string[] {
  if (text === '0') return ['max_points is 0; an indicator without points belongs in the note, not in the list'];
  return checkDecimal('max_points', text);
}

const isTrue = (text: string) => text.toLowerCase() === 'true';

const readNeeded = (row: Row) => ({
  indicator: row.indicator,
  main_index: row.main_index,
  name_vi: row.name_vi.normalize('NFC'),
  name_en: row.name_en,
  unit_of_measure_vi: row.unit_of_measure_vi.normalize('NFC'),
  rule: row.rule as ScoringRule,
  max_points: row.max_points,
  assessed: isTrue(row.assessed),
  evidence_required: isTrue(row.evidence_required),
});

/** Empty cells leave no field behind, so that a file without the column has the same hash. */
function readOptional(row: Row): Partial<Indicator> {
  const texts = ['target', 'zero_denominator', 'due', 'annual', 'source', 'evidence_vi', 'verified_by_vi'] as const;
  const given = texts.filter((column: OptionalColumn) => row[column] !== '');
  return {
    ...(Object.fromEntries(given.map((column) => [column, row[column].normalize('NFC')])) as Partial<Indicator>),
    ...(row.applies_to !== '' && { applies_to: row.applies_to.split(';').map((id) => id.trim()) }),
    ...(isTrue(row.illustrative) && { illustrative: true as const }),
  };
}
