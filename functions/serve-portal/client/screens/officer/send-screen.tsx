import { useMemo, useState } from 'preact/hooks';
import type { CheckedReceipt } from '../../../../../shared/submission/tell-answer.ts';
import type { UploadAnswer } from '../../../../request-upload/request-upload.ts';
import { download, post } from '../../api.ts';
import { Page } from '../../parts/page.tsx';
import { periodName } from '../../parts/period-name.ts';
import { Trouble } from '../../parts/trouble.tsx';
import { addressOf, type ScreenProps } from '../../routes.ts';
import { FileButton } from '../../upload/file-button.tsx';
import { ProgressLine } from '../../upload/progress-line.tsx';
import type { FileDoor } from '../../upload/send-file.ts';
import { useSending } from '../../upload/use-sending.ts';
import { useSay } from '../../words.ts';
import { DownloadButton } from './download-button.tsx';
import { submissionsPath, unitPath } from './unit-path.ts';

/** The form of the unit, dropped or chosen, sent and checked; then its result. */
export function SendScreen({ params, me }: ScreenProps) {
  const say = useSay();
  const of = { group: params.group!, period: params.period! };
  const door = useMemo((): FileDoor<CheckedReceipt> => {
    const unit = { group: of.group, period: of.period, unit_id: me.unit_id };
    return {
      ask: (file) => post<UploadAnswer>('/v1/uploads', { ...unit, ...file }),
      check: (sha256) => post<CheckedReceipt>(submissionsPath(of, me, sha256, 'check')),
    };
  }, [of.group, of.period, me]);
  const sending = useSending(door, ({ receipt }) => {
    location.hash = addressOf('lan-gui', of.group, of.period, `${receipt}`);
  });
  return (
    <Page title={`${say({ vi: 'Gửi tệp Excel', en: 'Send the workbook' })}, ${say(periodName(of.period))}`}>
      <p>
        {say({
          vi: 'Gửi biểu mẫu Excel của đơn vị. Hệ thống kiểm tra ngay và trả lời từng ô; chưa đúng thì sửa rồi gửi lại được nhiều lần trong thời hạn của kỳ.',
          en: 'Send the unit’s form. It is checked at once, cell by cell; mend it and send it again as often as needed before the deadline.',
        })}
      </p>
      <DropZone isBusy={sending.progress !== null} onFile={sending.send} />
      {sending.file && (
        <p>
          {say({ vi: 'Tệp:', en: 'File:' })} {sending.file.name}
        </p>
      )}
      <ProgressLine progress={sending.progress} />
      {sending.error ? (
        <Trouble error={sending.error} again={() => sending.file && sending.send(sending.file)} />
      ) : null}
      <p class="bar">
        <DownloadButton
          label={say({ vi: 'Tải biểu mẫu Excel đã điền sẵn', en: 'Download the prefilled form' })}
          fetch={() => download(unitPath('templates', of, me))}
        />
        <a class="button" href={addressOf('lich-su', of.group, of.period)}>
          {say({ vi: 'Lịch sử gửi', en: 'What was sent' })}
        </a>
      </p>
    </Page>
  );
}

/** Files fall anywhere on it; the button is for keyboards and phones. */
function DropZone({ isBusy, onFile }: { isBusy: boolean; onFile: (file: File) => void }) {
  const say = useSay();
  const [isOver, setOver] = useState(false);
  const over = (event: DragEvent) => {
    event.preventDefault();
    setOver(true);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const file = event.dataTransfer?.files[0];
    if (file && !isBusy) onFile(file);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the button inside does the same for whoever cannot drag.
    <div class={isOver ? 'drop over' : 'drop'} onDragOver={over} onDragLeave={() => setOver(false)} onDrop={drop}>
      <FileButton
        id="tep"
        label={say({ vi: 'Chọn tệp Excel', en: 'Choose the workbook' })}
        accept=".xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        disabled={isBusy}
        isMain
        onFile={onFile}
      />
      <p class="hint">
        {say({ vi: 'hoặc kéo tệp .xlsx vào khung này, tối đa 5 MB', en: 'or drop an .xlsx file here, up to 5 MB' })}
      </p>
    </div>
  );
}
