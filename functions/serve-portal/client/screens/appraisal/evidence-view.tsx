import { useState } from 'preact/hooks';
import type { EvidenceFile, QueueRow } from '../../../../read-decisions/queue-row.ts';
import { get } from '../../ask-ahead.ts';
import { FileName, shownName } from '../../parts/file-name.tsx';
import { Said } from '../../parts/said.tsx';
import { tellError } from '../../parts/trouble.tsx';
import { useSay } from '../../words.ts';
import type { PeriodOf } from './appraisal-path.ts';

/** What the unit names and sent as proof, and who else proves something by the same. */
export function EvidenceView({ row, of }: { row: QueueRow; of: PeriodOf }) {
  const say = useSay();
  const texts = row.evidence.map(({ text }) => text).filter((text) => text !== '');
  const addresses = new Set(row.evidence.flatMap(({ records }) => records.flatMap(({ address }) => address ?? [])));
  return (
    <section aria-labelledby="tai-lieu">
      <h3 id="tai-lieu">{say({ vi: 'Tài liệu kiểm chứng', en: 'Evidence' })}</h3>
      {row.evidence.length + row.files.length === 0 ? (
        <p>{say({ vi: 'Đơn vị không nêu tài liệu nào.', en: 'The unit names none.' })}</p>
      ) : (
        <ul>
          {texts.map((text) => (
            <li key={text}>
              <Said text={text} />
            </li>
          ))}
          {[...addresses].map((address) => (
            <li key={address}>
              <a href={address} target="_blank" rel="noopener noreferrer">
                {address}
              </a>
            </li>
          ))}
          {row.files.map((file) => (
            <FileLine key={file.sha256} file={file} row={row} of={of} />
          ))}
        </ul>
      )}
      {row.reused.length > 0 && (
        <p class="warn">
          {say({ vi: 'Cùng tài liệu này còn có ở', en: 'The same evidence is also at' })}:{' '}
          {row.reused
            .map(({ unit_name_vi: unit, indicator_name_vi: vi, indicator_name_en: en }) =>
              vi && en ? `${unit} (${say({ vi, en })})` : unit,
            )
            .join('; ')}
        </p>
      )}
    </section>
  );
}

const isPicture = ({ type }: EvidenceFile): boolean => type === 'jpeg' || type === 'png';

/** A picture is shown here, a PDF in a tab of its own, all else is saved; none of it from the portal's own origin. */
function FileLine({ file, row, of }: { file: EvidenceFile; row: QueueRow; of: PeriodOf }) {
  const say = useSay();
  const [picture, setPicture] = useState<string | null>(null);
  const [error, setError] = useState<unknown>(null);
  const isShown = isPicture(file) || file.type === 'pdf';
  const look = async () => {
    setError(null);
    // Before the wait: a tab that opens later is taken for an advertisement.
    const tab = file.type === 'pdf' ? window.open('about:blank', '_blank') : null;
    if (tab) tab.opener = null;
    const path = ['', 'v1', 'evidence', of.group, of.period, row.unit_id, file.sha256, 'file'];
    try {
      const { url } = await get<{ url: string }>(`${path.map(encodeURIComponent).join('/')}?inline=true`);
      if (isPicture(file)) setPicture(url);
      else if (tab) tab.location.replace(url);
      else location.assign(url);
    } catch (caught) {
      tab?.close();
      setError(caught);
    }
  };
  const verb = isShown ? say({ vi: 'Xem', en: 'Look at' }) : say({ vi: 'Tải về', en: 'Save' });
  return (
    <li>
      <button type="button" onClick={look}>
        {verb} <FileName name={file.file_name} />
      </button>
      {error ? (
        <span class="trouble" role="alert">
          {say(tellError(error))}
        </span>
      ) : null}
      {picture && <img class="proof" src={picture} alt={shownName(file.file_name)} />}
    </li>
  );
}
