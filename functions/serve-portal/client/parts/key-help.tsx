import { useSay, type Word } from '../words.ts';

/** A key and what it does. */
export type ToldKey = readonly [key: string, does: Word];

interface KeyHelpProps {
  keys: readonly ToldKey[];
  on: boolean;
  onTurn: (on: boolean) => void;
}

/** What single keys do, and the way to turn them off. */
export function KeyHelp({ keys, on, onTurn }: KeyHelpProps) {
  const say = useSay();
  return (
    <div class="notice">
      <ul class="keys">
        {keys.map(([key, does]) => (
          <li key={key}>
            <kbd>{key}</kbd> {say(does)}
          </li>
        ))}
      </ul>
      <label class="check">
        <input type="checkbox" checked={on} onChange={(event) => onTurn(event.currentTarget.checked)} />{' '}
        {say({ vi: 'Dùng phím tắt một phím', en: 'Use single keys' })}
      </label>
    </div>
  );
}
