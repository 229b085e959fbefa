import type { Mark } from '../../submission/marks/mark.ts';
import type { OpenPoint } from '../../submission/marks/open-points.ts';
import type { Finding } from '../../submission/submission.ts';
import type { AnswerMark, Attached } from './attach-findings.ts';

export interface NumberedMarks {
  marks: { mark: Mark; at: AnswerMark }[];
  points: OpenPoint[];
}

/**
 * Marks are called by the number that their first finding has in the list: `3`; other marks of it that belong to further
 * findings too are `3.2`, so that a point stands exactly as long as its own marks do.
 */
export function numberMarks(findings: readonly Finding[], { marks, isWhole }: Attached): NumberedMarks {
  const ids = new Map<string, string>();
  const counts = new Map<number, number>();
  const idOf = ({ of }: AnswerMark): string | null => {
    if (of.length === 0) return null;
    const known = ids.get(of.join());
    if (known !== undefined) return known;
    const count = (counts.get(of[0]!) ?? 0) + 1;
    counts.set(of[0]!, count);
    const id = count === 1 ? `${of[0]! + 1}` : `${of[0]! + 1}.${count}`;
    ids.set(of.join(), id);
    return id;
  };
  const numbered = marks.map((at) => ({ mark: { id: idOf(at), about: at.about }, at }));
  return { marks: numbered, points: findings.flatMap(toPoint) };

  function toPoint(finding: Finding, position: number): OpenPoint[] {
    const own = numbered.filter(({ at }) => at.of.includes(position)).map(({ mark }) => mark.id!);
    return own.length === 0 ? [] : [{ finding, marks: [...new Set(own)], whole: isWhole(position) }];
  }
}
