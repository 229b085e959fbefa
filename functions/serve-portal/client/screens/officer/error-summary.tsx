import type { Grid } from '../../../../read-submissions/read-grid.ts';
import { addressOf } from '../../routes.ts';
import { useSay } from '../../words.ts';
import { FindingLine } from './finding-line.tsx';
import { allFindings, countOf } from './receipt-sentence.ts';
import { useRowName } from './row-name.tsx';

/** Moves to a row: screen readers say it, and it is lit up. */
export const focusRow = (position: string): void => document.getElementById(`dong-${position}`)?.focus();

/** First the cause, then each error with the way to its row. */
export function ErrorSummary({ grid }: { grid: Grid }) {
  const say = useSay();
  const nameOf = useRowName();
  const wrong = grid.rows.filter(({ findings }) => findings.some(({ severity }) => severity === 'error'));
  // Errors of the whole file come first: they are often why rows are wrong.
  const errors = countOf({ ...grid, findings: allFindings(grid) }, 'error');
  const address = addressOf('lan-gui', grid.group, grid.period, `${grid.receipt}`);
  return (
    <>
      {errors > 0 && (
        <section class="summary" aria-labelledby="loi">
          <h2 id="loi">
            {say({ vi: `${errors} lỗi cần sửa trước khi được tiếp nhận`, en: `${errors} errors to mend first` })}
          </h2>
          <ul>
            {wrong.map((row) => (
              <li key={row.position}>
                <a href={`${address}?dong=${row.position}`} onClick={() => focusRow(`${row.position}`)}>
                  {nameOf(row)}
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
      {grid.findings.map((finding, at) => (
        <FindingLine key={at} finding={finding} />
      ))}
      {grid.more_findings && (
        <p class="warn">{say({ vi: grid.more_findings.message_vi, en: grid.more_findings.message_en })}</p>
      )}
    </>
  );
}
