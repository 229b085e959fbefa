import type { Checklist, Condition } from '../../../../publish-release/read-checklist.ts';
import { addressOf } from '../../routes.ts';
import { changers, conditions } from '../../words/ministry.ts';
import { useSay } from '../../words.ts';

/** Every condition of a release, met or not, and who can change it. */
export function Conditions({ checklist }: { checklist: Checklist }) {
  return (
    <ul class="checklist">
      {checklist.conditions.map((condition) => (
        <ConditionItem key={condition.condition} told={condition} release={checklist.release} />
      ))}
    </ul>
  );
}

const signs = { true: '✓', false: '✕', waiting: '…' } as const;
const signWords = {
  true: { vi: 'Đạt', en: 'Met' },
  false: { vi: 'Chưa đạt', en: 'Not met' },
  waiting: { vi: 'Đang chờ', en: 'Waiting' },
} as const;

/** Where what is missing can be done; the release is `dti/province34/2024/r1`. */
function WayTo({ told: { condition }, release }: { told: Condition; release: string }) {
  const say = useSay();
  const [, group = '', period = ''] = release.split('/');
  if (condition === 'period-closed')
    return <a href={addressOf('ky', group, period, 'dong')}>{say({ vi: 'Đóng kỳ', en: 'Close the period' })}</a>;
  if (condition === 'inputs-unchanged')
    return <a href={addressOf('ky', group, period, 'tinh-diem')}>{say({ vi: 'Các lần tính điểm', en: 'Runs' })}</a>;
  return null;
}

function ConditionItem({ told, release }: { told: Condition; release: string }) {
  const say = useSay();
  const { condition, state, problem, changer } = told;
  return (
    <li class={`check-${state}`}>
      <p>
        <span aria-hidden="true">{signs[state]}</span> <strong>{say(conditions[condition]!)}</strong>:{' '}
        {say(signWords[state]).toLowerCase()}
      </p>
      {problem && (
        <p>
          {say({ vi: problem.detail, en: problem.detail_en })} {changer && `${say(changers[changer]!)}.`}{' '}
          <WayTo told={told} release={release} />
        </p>
      )}
    </li>
  );
}
