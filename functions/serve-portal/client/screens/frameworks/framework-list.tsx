import type { FrameworkLine } from '../../../../list-frameworks/list-frameworks.ts';
import { get } from '../../ask-ahead.ts';
import { Loaded } from '../../parts/loaded.tsx';
import { Page } from '../../parts/page.tsx';
import { periodName } from '../../parts/period-name.ts';
import { When } from '../../parts/when.tsx';
import { addressOf, type ScreenProps } from '../../routes.ts';
import { useSay } from '../../words.ts';
import { groupName, words } from './words.ts';

/** Every version that is published or in use, and the way to the next. */
export function FrameworkList({ me }: ScreenProps) {
  const say = useSay();
  const isPublisher = me.role === 'publisher';
  return (
    <Page title={say(words.title)}>
      {isPublisher && (
        <p class="bar">
          <a class="button main" href="#/bo-chi-so/moi">
            {say(words.publish)}
          </a>
        </p>
      )}
      <Loaded from={(signal) => get<{ frameworks: FrameworkLine[] }>('/v1/me/frameworks', signal)}>
        {({ frameworks }) =>
          frameworks.length === 0 ? <p>{say(words.none)}</p> : <Lines frameworks={frameworks} canOpen={isPublisher} />
        }
      </Loaded>
    </Page>
  );
}

function Lines({ frameworks, canOpen }: { frameworks: FrameworkLine[]; canOpen: boolean }) {
  const say = useSay();
  return (
    <table class="rows">
      <thead>
        <tr>
          <th scope="col">{say(words.framework)}</th>
          <th scope="col">{say(words.version)}</th>
          <th scope="col">{say(words.published)}</th>
          <th scope="col">{say(words.periods)}</th>
          {canOpen && <th scope="col">{say(words.open)}</th>}
        </tr>
      </thead>
      <tbody>
        {frameworks.map((line) => (
          <Line key={line.sha256} line={line} canOpen={canOpen} />
        ))}
      </tbody>
    </table>
  );
}

function Line({ line, canOpen }: { line: FrameworkLine; canOpen: boolean }) {
  const say = useSay();
  const { framework_id, version, title_vi, published_at, periods, sha256 } = line;
  return (
    <tr>
      <th scope="row">
        {title_vi ?? framework_id}
        <br />
        <span class="sha">
          {framework_id} · {sha256.slice(0, 12)}
        </span>
      </th>
      <td data-label={say(words.version)}>{version}</td>
      <td data-label={say(words.published)}>{published_at ? <When at={published_at} /> : say(words.notPublished)}</td>
      <td data-label={say(words.periods)}>
        {periods.map((one) => `${say(periodName(one.period))} (${say(groupName(one))})`).join(', ') || '—'}
      </td>
      {canOpen && (
        <td data-label={say(words.open)}>
          {published_at ? (
            <a
              href={addressOf('bo-chi-so', framework_id, version, 'mo-ky')}
              aria-label={`${say(words.open)}: ${title_vi} ${version}`}
            >
              {say(words.open)}
            </a>
          ) : (
            '—'
          )}
        </td>
      )}
    </tr>
  );
}
