import { useState } from 'preact/hooks';
import type { ToldEvidence } from '../../../../../shared/submission/evidence/file/tell-evidence.ts';
import { post } from '../../api.ts';
import { FileName, shownName } from '../../parts/file-name.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { periodName } from '../../parts/period-name.ts';
import { Trouble } from '../../parts/trouble.tsx';
import type { Acting } from '../../routes.ts';
import { useSay } from '../../words.ts';
import { loadFiles } from './evidence-files.ts';
import { type UnitPeriod, unitPath } from './unit-path.ts';

interface ReuseProps {
  of: UnitPeriod;
  me: Acting;
  earlier: string[];
  code: string | undefined;
  name: string;
  reload: () => void;
}

interface EarlierFile extends ToldEvidence {
  period: string;
}

/** Years of quarters that are looked through. */
const mostPeriods = 5;

/** Files that the unit sent for earlier periods, to be taken as evidence of this one without sending them again. */
export function ReuseEvidence({ of, me, earlier, code, name, reload }: ReuseProps) {
  const say = useSay();
  const [isOpen, setOpen] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const load = async (signal: AbortSignal) => {
    const periods = earlier.slice(0, mostPeriods);
    const files = await Promise.all(periods.map((period) => loadFiles({ ...of, period }, me, signal)));
    return files
      .flatMap((own, at) => own.map((file): EarlierFile => ({ ...file, period: periods[at]! })))
      .filter(isUsable(code));
  };
  const take = (file: EarlierFile) => {
    setError(null);
    // The same file for the same indicator is one entry, however often it is asked for.
    post(unitPath('evidence', of, me, file.sha256, 'reuse'), {
      from_period: file.period,
      ...(code ? { indicator: code } : {}),
    }).then(reload, setError);
  };
  return (
    <>
      <button type="button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {say({ vi: 'Lấy từ kỳ trước', en: 'Take from an earlier period' })}
        <span class="aloud">: {name}</span>
      </button>
      {isOpen && (
        <Loaded from={load}>
          {(files) =>
            files.length === 0 ? (
              <p>
                {say({
                  vi: 'Các kỳ trước không có tệp nào cho chỉ số này.',
                  en: 'Earlier periods have no file for this indicator.',
                })}
              </p>
            ) : (
              <ul class="tasks">
                {files.map((file) => (
                  <li key={`${file.period}-${file.upload_number}`}>
                    <FileName name={file.file_name} />
                    <span class="about">{say(periodName(file.period))}</span>
                    <button type="button" onClick={() => take(file)}>
                      {say({ vi: 'Dùng lại', en: 'Use again' })}
                      <span class="aloud"> {shownName(file.file_name)}</span>
                    </button>
                  </li>
                ))}
              </ul>
            )
          }
        </Loaded>
      )}
      {error ? <Trouble error={error} /> : null}
    </>
  );
}

/** Of this indicator, or of several. */
const isUsable =
  (code: string | undefined) =>
  (file: EarlierFile): boolean =>
    file.status === 'accepted' && (code === undefined || file.indicator === null || file.indicator === code);
