import { useRef, useState } from 'preact/hooks';
import { useSay } from '../../words.ts';
import { type Chosen, readChosen } from './upload.ts';
import { words } from './words.ts';

/** A zip or two files, by the file dialog or dropped. */
export function FileChoice({ isBusy, onChoose }: { isBusy: boolean; onChoose: (chosen: Chosen) => void }) {
  const say = useSay();
  const input = useRef<HTMLInputElement>(null);
  const [isWrong, setWrong] = useState(false);
  const take = async (files: FileList | null | undefined) => {
    if (isBusy || !files || files.length === 0) return;
    const chosen = await readChosen([...files]);
    if (input.current) input.current.value = '';
    setWrong(chosen === null);
    if (chosen) onChoose(chosen);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the button inside does the same for whoever cannot drag.
    <div
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        void take(event.dataTransfer?.files);
      }}
    >
      {isWrong && (
        <p class="trouble" role="alert">
          {say({
            vi: 'Tệp đã chọn không phải một tệp ZIP hay hai tệp: framework.json và bảng chỉ số indicators (CSV hoặc Excel); đề nghị chọn lại.',
            en: 'What was chosen is neither a ZIP nor the two files framework.json and the table of indicators (CSV or Excel); choose again.',
          })}
        </p>
      )}
      <input
        ref={input}
        id="framework-files"
        class="hidden-file"
        type="file"
        multiple
        accept=".zip,.json,.csv,.xlsx"
        disabled={isBusy}
        aria-describedby="framework-files-hint"
        onChange={(event) => void take(event.currentTarget.files)}
      />
      <label for="framework-files" class="button main">
        {say(words.choose)}
      </label>
      <p class="hint" id="framework-files-hint">
        {say(words.chooseHint)}
      </p>
    </div>
  );
}
