import type { ToldEvidence } from '../../../../../shared/submission/evidence/file/tell-evidence.ts';
import { download } from '../../api.ts';
import { FileName } from '../../parts/file-name.tsx';
import { periodName } from '../../parts/period-name.ts';
import { When } from '../../parts/when.tsx';
import type { Acting } from '../../routes.ts';
import { megabytes } from '../../upload/progress-line.tsx';
import { useSay } from '../../words.ts';
import { DownloadButton } from './download-button.tsx';
import { FindingLine } from './finding-line.tsx';
import { type UnitPeriod, unitPath } from './unit-path.ts';

/** A file of evidence: what it is, when it came, and what was wrong with one that was refused. */
export function EvidenceFile({ file, of, me }: { file: ToldEvidence; of: UnitPeriod; me: Acting }) {
  const say = useSay();
  const isAccepted = file.status === 'accepted';
  return (
    <li>
      <FileName name={file.file_name} />
      <span class="about">
        {megabytes(file.bytes)} MB, <When at={file.received_at} />,{' '}
        {isAccepted ? say({ vi: 'đã tiếp nhận', en: 'accepted' }) : say({ vi: 'không được tiếp nhận', en: 'refused' })}
        {file.sent_for && `, ${say({ vi: 'lấy từ', en: 'taken from' })} ${say(periodName(file.sent_for.period))}`}
      </span>
      {isAccepted ? (
        <DownloadButton
          label={
            <>
              {say({ vi: 'Xem', en: 'Look at' })} <FileName name={file.file_name} />
            </>
          }
          fetch={() => download(unitPath('evidence', of, me, file.sha256, 'file'))}
        />
      ) : (
        file.findings.map((finding, at) => <FindingLine key={at} finding={finding} />)
      )}
    </li>
  );
}
