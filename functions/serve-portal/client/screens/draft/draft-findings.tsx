import type { DraftCheck } from '../../../../read-draft/check-draft.ts';
import type { DraftAnswer } from '../../../../read-draft/read-draft.ts';
import { Told } from '../../parts/told.tsx';
import { addressOf } from '../../routes.ts';
import { useSay } from '../../words.ts';
import { keyOf } from './draft-store.ts';
import { isAboutRow } from './words.ts';

/** What the checker says, errors first, each with the way to its row. */
export function DraftFindings({ draft, check }: { draft: DraftAnswer; check: DraftCheck }) {
  const say = useSay();
  const findings = check.findings.filter(isAboutRow);
  if (findings.length === 0) return null;
  const numbers = new Map(
    draft.sections.flatMap(({ indicators }) => indicators.map(({ indicator, number }) => [indicator, number])),
  );
  const form = addressOf('ke-khai', draft.group, draft.period);
  return (
    <section class="found" aria-labelledby="noi-dung-kiem-tra">
      <h2 id="noi-dung-kiem-tra">{say({ vi: 'Kết quả kiểm tra', en: 'What was found' })}</h2>
      <ul class="findings">
        {findings.map(({ place, rule, severity, field, message_vi, message_en }) => (
          <li key={`${place && keyOf(place)}${rule}${field}`} class={severity}>
            <strong>
              {severity === 'error' ? say({ vi: 'Lỗi', en: 'Error' }) : say({ vi: 'Cần rà soát', en: 'To review' })}
            </strong>{' '}
            <Told text={say({ vi: message_vi, en: message_en })} />{' '}
            {place && (
              <a href={`${form}?dong=${encodeURIComponent(keyOf(place))}`}>
                {say({ vi: `Đến dòng ${numbers.get(place.indicator)}`, en: `To row ${numbers.get(place.indicator)}` })}
              </a>
            )}
          </li>
        ))}
      </ul>
      {check.more_findings && <p>{say({ vi: check.more_findings.message_vi, en: check.more_findings.message_en })}</p>}
    </section>
  );
}
