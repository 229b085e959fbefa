import { useState } from 'preact/hooks';
import { foldText } from '../../../../../shared/format/fold-text.ts';
import { Field } from '../../parts/field.tsx';
import { useSay, type Word } from '../../words.ts';
import type { Option } from './chosen.ts';

interface ChoicesProps {
  legend: string;
  options: readonly Option[];
  chosen: ReadonlySet<string>;
  onChoose: (chosen: ReadonlySet<string>) => void;
}

/** More than this many want a field to find one in. */
const foundByEye = 12;

const all = { vi: 'Chọn hết', en: 'All' };
const none = { vi: 'Bỏ chọn hết', en: 'None' };

/** Of several on a page: read out with what it is of. */
function AllButton({ word, legend, onAct }: { word: Word; legend: string; onAct: () => void }) {
  const text = useSay()(word);
  return (
    <button type="button" aria-label={`${text}: ${legend}`} onClick={onAct}>
      {text}
    </button>
  );
}

/** Boxes to tick; all and none at once. */
export function Choices({ legend, options, chosen, onChoose }: ChoicesProps) {
  const say = useSay();
  const [sought, setSought] = useState('');
  const shown = options.filter(({ name }) => foldText(name).includes(foldText(sought)));
  const count = `${chosen.size}/${options.length}`;
  const toggle = (code: string) => {
    const next = new Set(chosen);
    if (!next.delete(code)) next.add(code);
    onChoose(next);
  };
  return (
    <fieldset class="choices">
      <legend>
        {legend} ({count})
      </legend>
      <p class="bar">
        <AllButton word={all} legend={legend} onAct={() => onChoose(new Set(options.map(({ code }) => code)))} />
        <AllButton word={none} legend={legend} onAct={() => onChoose(new Set())} />
      </p>
      {options.length > foundByEye && (
        <Field
          label={say({ vi: 'Tìm theo tên', en: 'Find by name' })}
          type="search"
          value={sought}
          onInput={setSought}
        />
      )}
      <ul>
        {shown.map(({ code, name }) => (
          <li key={code}>
            <label>
              <input type="checkbox" checked={chosen.has(code)} onChange={() => toggle(code)} /> {name}
            </label>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
