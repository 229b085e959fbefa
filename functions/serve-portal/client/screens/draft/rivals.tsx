import type { Assigned } from '../../../../../shared/submission/draft/assignments.ts';
import type { TypedRow } from '../../../../../shared/submission/draft/draft-row.ts';
import { apart } from '../../parts/apart.ts';
import { formatTime } from '../../parts/when.tsx';
import { useSay, type Word } from '../../words.ts';
import type { DraftStore, Rival, RowState } from './draft-store.ts';
import { showEvidence } from './show-evidence.ts';
import { words } from './words.ts';

interface Props {
  id: string;
  row: RowState;
  store: DraftStore;
  assigned: Assigned | null;
}

/** What two people typed in one row, until one of them has chosen: nobody's words are lost. */
export function Rivals({ id, row, store, assigned }: Props) {
  const others = row.told.rivals.filter((rival) => row.state !== 'taken' || !rival.own);
  return (
    <>
      {row.state === 'taken' && <Taken id={id} row={row} store={store} assigned={assigned} />}
      {others.map((rival) => (
        <Other key={`${rival.filled_by}${rival.filled_at}`} id={id} rival={rival} store={store} assigned={assigned} />
      ))}
    </>
  );
}

function Taken({ id, row, store, assigned }: Props) {
  const say = useSay();
  const { filled } = row.told;
  const who = filled ? whoOf(filled, assigned) : { vi: 'người khác', en: 'somebody else' };
  const when = filled ? formatTime(filled.filled_at) : '';
  return (
    <div class="warn" role="alert">
      <p>
        {say({
          vi: `Đã đổi bởi ${say(who)} lúc ${when}: giữ bản nào?`,
          en: `Changed by ${say(who)} at ${when}: which to keep?`,
        })}
      </p>
      <dl class="facts">
        <dt>{say({ vi: 'Bản đang lưu', en: 'As it stands' })}</dt>
        <dd>
          <bdi>{tellTyped(row.told, say)}</bdi>
        </dd>
        <dt>{say({ vi: 'Bản của tôi', en: 'Mine' })}</dt>
        <dd>
          <bdi>{tellTyped(row.typed, say)}</bdi>
        </dd>
      </dl>
      <p class="bar">
        <button type="button" onClick={() => store.choose(id, 'theirs')}>
          {say({ vi: 'Giữ bản đang lưu', en: 'Keep what stands' })}
        </button>
        <button type="button" onClick={() => store.choose(id, 'mine')}>
          {say({ vi: 'Giữ bản của tôi', en: 'Keep mine' })}
        </button>
      </p>
    </div>
  );
}

function Other({ id, rival, store, assigned }: Omit<Props, 'row'> & { rival: Rival }) {
  const say = useSay();
  const who = say(whoOf(rival, assigned));
  const when = formatTime(rival.filled_at);
  return (
    <div class="warn">
      <p>
        {say({
          vi: `Nội dung khác do ${who} nhập lúc ${when}, chưa được chọn:`,
          en: `Other words, typed by ${who} at ${when}, nobody has chosen yet:`,
        })}{' '}
        <bdi>{tellTyped(rival, say)}</bdi>
      </p>
      <p class="bar">
        <button type="button" onClick={() => store.settle(id, rival, true)}>
          {say({ vi: 'Dùng nội dung này', en: 'Use these words' })}
        </button>
        <button type="button" onClick={() => store.settle(id, rival, false)}>
          {say({ vi: 'Bỏ qua', en: 'Leave them' })}
        </button>
      </p>
    </div>
  );
}

/** People have no names here: they are of a department, or of the unit. */
export function whoOf({ own, department }: Pick<Rival, 'own' | 'department'>, assigned: Assigned | null): Word {
  if (own) return { vi: 'chính người đang nhập (ở cửa sổ khác)', en: 'yourself (in another window)' };
  if (department === null) return { vi: 'cán bộ đầu mối của đơn vị', en: 'the unit’s officer' };
  const name = assigned?.department === department ? assigned.department_name_vi : department;
  return { vi: `cán bộ của ${apart(name)}`, en: `an officer of ${apart(name)}` };
}

export function tellTyped({ value, evidence, note }: TypedRow, say: (word: Word) => string): string {
  const parts = [
    value ?? say(words.blank),
    evidence ? `${say(words.evidence)}: ${showEvidence(evidence)}` : '',
    note ? `${say(words.note)}: ${note}` : '',
  ];
  return parts.filter((part) => part !== '').join('; ');
}
