import type { OpenPoint } from '../../submission/marks/open-points.ts';
import { figureRuleChecks } from '../../submission/rules/figure-rules.ts';
import type { Finding } from '../../submission/submission.ts';
import { openFields } from './sent-cell.ts';
import type { FormTarget, SentForm } from './sent-form.ts';
import { isSentMark, type SentMark, sourceOf, sourceOfMark } from './sent-mark.ts';
import type { SentPoints } from './sent-points.ts';

/** A mark of the answer. */
export interface AnswerMark extends SentMark {
  /** Null: below the table. */
  target: FormTarget | null;
  /** Positions, in the list of the answer, of the findings that it belongs to. */
  of: number[];
}

export interface Attached {
  marks: AnswerMark[];
  /** By position of the finding: its cell in the answer, where what was sent shows the error itself. */
  targets: (FormTarget | null)[];
  isWhole: (position: number) => boolean;
}

/** Gives every error its marks, unless the cell that is handed back shows it again by itself. */
export function attachFindings(findings: readonly Finding[], sent: SentForm, points: SentPoints): Attached {
  const marks = collectMarks(sent);
  const whole = new Set<number>();
  const targets = findings.map((finding, position) => {
    const target = targetOf(finding, sent);
    if (finding.severity !== 'error') return target;
    const point = points.of(finding);
    const own = marksOf(finding, { marks, target, point, isJudged: sent.isJudged });
    if (point ? point.whole : !sent.isJudged) whole.add(position);
    if (own.length === 0 && !showsItself(finding, target)) own.push(addLoose(marks));
    for (const mark of own) mark.of.push(position);
    return target;
  });
  return { marks, targets, isWhole: (position) => whole.has(position) };
}

function collectMarks({ cells, loose }: SentForm): AnswerMark[] {
  const inCells = [...cells].flatMap(([key, row]) =>
    openFields.flatMap((field): AnswerMark[] => {
      const cell = row[field];
      return isSentMark(cell) ? [{ ...cell, target: { key, field }, of: [] }] : [];
    }),
  );
  return [...inCells, ...loose.map((mark): AnswerMark => ({ ...mark, target: null, of: [] }))];
}

interface Marked {
  marks: readonly AnswerMark[];
  target: FormTarget | null;
  /** Which it repeats. */
  point: OpenPoint | null;
  isJudged: boolean;
}

function marksOf(finding: Finding, { marks, target, point, isJudged }: Marked): AnswerMark[] {
  if (point) {
    const before = point.marks.map((id) => sourceOfMark({ id, about: '' }));
    return marks.filter(({ sources }) => before.some((source) => sources.has(source)));
  }
  if (!isJudged) return marks.filter(({ isUnread }) => isUnread);
  const own = marks.filter(({ sources }) =>
    sources.has(finding.cell === null ? `${finding.value}` : sourceOf(finding)),
  );
  if (own.length > 0 || target === null || !ofIndicator.has(finding.rule)) return own;
  return marks.filter((mark) => mark.target && indicatorOf(mark.target) === indicatorOf(target));
}

/** What the figures of an indicator say together: not judged again while a mark stands among them. */
const ofIndicator = new Set([...figureRuleChecks.map(({ rule }) => rule), 'ROW_MISSING', 'RECORD_MISSING']);

const indicatorOf = ({ key }: FormTarget): string => key.slice(0, key.indexOf('/'));

/** Without a cell a finding about one row names it, for the answer has that row. */
function targetOf(finding: Finding, { cells, targetOf: at }: SentForm): FormTarget | null {
  if (finding.cell !== null) return at(finding);
  return finding.value !== null && cells.has(finding.value) ? { key: finding.value, field: 'value' } : null;
}

const showsItself = ({ rule }: Finding, target: FormTarget | null): boolean =>
  target !== null || rule === 'NOTHING_DECLARED';

function addLoose(marks: AnswerMark[]): AnswerMark {
  const about = 'Xem nội dung này ở trang “Kết quả kiểm tra”; sửa xong thì xóa ô này.';
  const mark: AnswerMark = { about, sources: new Set(), isUnread: false, target: null, of: [] };
  marks.push(mark);
  return mark;
}
