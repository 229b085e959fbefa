import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ScoringRule } from '../../shared/frameworks/framework.ts';
import { scoringRules } from '../../shared/frameworks/rules.ts';
import type { AnswerState } from '../../shared/scoring/scores.ts';
import { projectRoot } from '../bundling.ts';
import { code, markdownTable } from './markdown.ts';

/** The methodology is written by hand but for its tables of what the code knows, which stand between markers. */
export async function renderMethodology(): Promise<string> {
  const page = await readFile(join(projectRoot, 'docs/methodology.md'), 'utf8');
  return Object.entries(blocks).reduce((text, [name, table]) => replaceBlock(text, name, table), page);
}

/** Puts a table between `<!-- made by "npm run docs": NAME -->` and `<!-- end -->`; throws where the markers are not once there. */
export function replaceBlock(page: string, name: string, table: string): string {
  const begin = `<!-- made by "npm run docs": ${name} -->`;
  const [before, after, ...more] = page.split(begin);
  const end = after?.indexOf('<!-- end -->') ?? -1;
  if (end < 0 || more.length > 0) throw new Error(`the page needs one block ${begin} … <!-- end -->`);
  return `${before}${begin}\n\n${table}\n${after!.slice(end)}`;
}

interface RuleWords {
  declared: string;
  points: string;
}

const ruleWords: Record<ScoringRule, RuleWords> = {
  direct: { declared: 'a value in [0, 1], appraised elsewhere', points: 'value × maximum' },
  external: {
    declared: 'a value measured elsewhere',
    points: 'value / target × maximum; without a target, value × maximum',
  },
  yes_no: { declared: 'issued or not', points: 'the maximum, or 0' },
  ratio: { declared: 'a, b', points: 'a / b × maximum' },
  ratio_threshold: { declared: 'a, b', points: 'a / (b × target) × maximum: the maximum from the target on' },
  growth: {
    declared: 'value, and that of the same period of last year (previous)',
    points: '(value − previous) / (previous × target) × maximum',
  },
  count_tiers: { declared: 'a count', points: 'those of the highest tier that the count reaches; below all: 0' },
  role_tiers: { declared: 'a choice', points: 'those of the chosen tier' },
  additive_parts: { declared: 'one answer per part', points: 'the sum over the parts that are answered yes' },
};

interface StateWords {
  when: string;
  points: string;
  maximum: string;
  /** Whether it is counted as answered for the minimum share; null: it is not asked at all. */
  answered: boolean | null;
}

const stateWords: Record<AnswerState, StateWords> = {
  answered: { when: 'declared, all inputs of it', points: 'by the rule', maximum: 'counts', answered: true },
  carried: {
    when: 'not due this period; the figures of an earlier release by the same framework, whose period `carried_from` names',
    points: 'by the rule',
    maximum: 'counts',
    answered: true,
  },
  not_applicable: {
    when: 'does not apply to the unit, or nothing to divide by (unless `zero_denominator` says `zero_points`)',
    points: 'none',
    maximum: 'left out',
    answered: null,
  },
  not_due: {
    when: 'not due this period, and nothing to carry',
    points: 'none',
    maximum: 'left out',
    answered: null,
  },
  not_answered: {
    when: 'due and left blank, where the framework lets it through (`unanswered`: `zero_points`)',
    points: '0, unless appraised',
    maximum: 'counts',
    answered: false,
  },
};

const answeredText = (answered: boolean | null): string => (answered === null ? 'not asked' : answered ? 'yes' : 'no');

const blocks: Record<string, string> = {
  rules: markdownTable(
    ['Rule', 'Declared', 'Points'],
    scoringRules.map((rule) => [code(rule), ruleWords[rule].declared, ruleWords[rule].points]),
  ),
  'answer states': markdownTable(
    ['State', 'When', 'Points', 'Maximum', 'Answered'],
    Object.entries(stateWords).map(([state, { when, points, maximum, answered }]) => {
      return [code(state), when, points, maximum, answeredText(answered)];
    }),
  ),
};
