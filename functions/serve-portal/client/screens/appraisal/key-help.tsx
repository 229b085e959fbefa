import { useSay, type Word } from '../../words.ts';

const keys: [string, Word][] = [
  ['1', { vi: 'Giữ điểm tự đánh giá', en: 'Keep the unit’s own points' }],
  ['2', { vi: 'Sửa điểm', en: 'Set other points' }],
  ['3', { vi: 'Cần bổ sung', en: 'Ask for more' }],
  ['n', { vi: 'Không chấp nhận, 0 điểm', en: 'Do not accept: 0 points' }],
  [
    'u',
    { vi: 'Trở lại quyết định trước; không có thì rút quyết định', en: 'Back to the decision before, or take it back' },
  ],
  ['j', { vi: 'Dòng tiếp', en: 'Next row' }],
  ['k', { vi: 'Dòng trước', en: 'Row before' }],
  ['/', { vi: 'Tìm', en: 'Search' }],
  ['Esc', { vi: 'Đóng ô nhập', en: 'Close the form' }],
];

/** What single keys do, and the way to turn them off. */
export function KeyHelp({ on, onTurn }: { on: boolean; onTurn: (on: boolean) => void }) {
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
