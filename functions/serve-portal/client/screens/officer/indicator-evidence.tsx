import { useMemo } from 'preact/hooks';
import type { Indicator } from '../../../../../shared/frameworks/framework.ts';
import type { ToldEvidence } from '../../../../../shared/submission/evidence/file/tell-evidence.ts';
import type { EvidenceUpload } from '../../../../request-evidence/request-evidence.ts';
import { post } from '../../api.ts';
import { Trouble } from '../../parts/trouble.tsx';
import type { Acting } from '../../routes.ts';
import { FileButton } from '../../upload/file-button.tsx';
import { ProgressLine } from '../../upload/progress-line.tsx';
import type { FileDoor } from '../../upload/send-file.ts';
import { useSending } from '../../upload/use-sending.ts';
import { useSay } from '../../words.ts';
import { EvidenceFile } from './evidence-file.tsx';
import { ReuseEvidence } from './reuse-evidence.tsx';
import { type UnitPeriod, unitPath } from './unit-path.ts';

interface IndicatorEvidenceProps {
  of: UnitPeriod;
  me: Acting;
  /** Null: files of several indicators, or of none in particular. */
  indicator: Indicator | null;
  number: string;
  files: ToldEvidence[];
  earlier: string[];
  reload: () => void;
}

/** One indicator with its files, newest first. */
export function IndicatorEvidence({ of, me, indicator, number, files, earlier, reload }: IndicatorEvidenceProps) {
  const say = useSay();
  const code = indicator?.indicator;
  const id = `tai-lieu-${code ?? 'chung'}`;
  const name = indicator
    ? `${number} ${say({ vi: indicator.name_vi, en: indicator.name_en })}`
    : say({ vi: 'Tài liệu chung, không riêng chỉ số nào', en: 'Of several indicators, or none in particular' });
  const sending = useSending(useDoor(of, me, code), reload);
  return (
    <section aria-labelledby={id} class="evidence">
      <h2 id={id}>{name}</h2>
      {indicator?.evidence_vi && (
        <p class="hint">{say({ vi: `Cần có: ${indicator.evidence_vi}`, en: `Asked for: ${indicator.evidence_vi}` })}</p>
      )}
      {files.length === 0 && <p>{say({ vi: 'Chưa có tệp.', en: 'No file yet.' })}</p>}
      <ul class="tasks">
        {files.map((file) => (
          <EvidenceFile key={file.upload_number} file={file} of={of} me={me} />
        ))}
      </ul>
      {me.role === 'officer' && (
        <>
          <div class="bar">
            <FileButton
              id={`${id}-tep`}
              label={`${say({ vi: 'Gửi tệp', en: 'Send a file' })}${indicator ? ` ${say({ vi: 'cho', en: 'for' })} ${number}` : ''}`}
              accept=".pdf,.docx,.xlsx,.jpg,.jpeg,.png"
              disabled={sending.progress !== null}
              onFile={sending.send}
            />
            {earlier.length > 0 && <ReuseEvidence {...{ of, me, earlier, code, name, reload }} />}
          </div>
          <ProgressLine progress={sending.progress} />
          {sending.error ? (
            <Trouble error={sending.error} again={() => sending.file && sending.send(sending.file)} />
          ) : null}
        </>
      )}
    </section>
  );
}

const useDoor = (of: UnitPeriod, me: Acting, code: string | undefined): FileDoor<ToldEvidence> =>
  useMemo(
    () => ({
      ask: (file) =>
        post<EvidenceUpload>(unitPath('evidence', of, me), { ...file, ...(code ? { indicator: code } : {}) }),
      check: (sha256) => post<ToldEvidence>(unitPath('evidence', of, me, sha256, 'check')),
      once: true,
    }),
    [of.group, of.period, me, code],
  );
