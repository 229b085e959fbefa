import { useState } from 'preact/hooks';
import type { FrameworkAnswer } from '../../../../publish-framework/publish-framework.ts';
import { ApiProblem } from '../../api.ts';
import { Page } from '../../parts/page.tsx';
import { Trouble } from '../../parts/trouble.tsx';
import { addressOf } from '../../routes.ts';
import { useSay, type Word } from '../../words.ts';
import { Complaints } from './complaints.tsx';
import { Differences } from './differences.tsx';
import { FileChoice } from './file-choice.tsx';
import { type Chosen, sendFramework } from './upload.ts';
import { words } from './words.ts';

type State =
  | { step: 'choose' }
  | { step: 'looking' }
  | { step: 'refused'; error: unknown }
  | { step: 'seen'; chosen: Chosen; answer: FrameworkAnswer; error?: unknown }
  | { step: 'publishing'; chosen: Chosen; answer: FrameworkAnswer }
  | { step: 'done'; answer: FrameworkAnswer };

/** First what it is and what changed, then the one act that cannot be undone. */
export function PublishScreen() {
  const say = useSay();
  const [state, setState] = useState<State>({ step: 'choose' });
  const look = async (chosen: Chosen) => {
    setState({ step: 'looking' });
    await sendFramework(chosen).then(
      (answer) => setState({ step: 'seen', chosen, answer }),
      (error) => setState({ step: 'refused', error }),
    );
  };
  const publish = async (chosen: Chosen, answer: FrameworkAnswer) => {
    setState({ step: 'publishing', chosen, answer });
    await sendFramework(chosen, answer.sha256).then(
      (published) => setState({ step: 'done', answer: published }),
      (error) => setState({ step: 'seen', chosen, answer, error }),
    );
  };
  const isChoosing = state.step === 'choose' || state.step === 'refused' || state.step === 'looking';
  return (
    <Page title={say(titleOf(state))}>
      {state.step === 'refused' && <Refused error={state.error} />}
      {isChoosing && <FileChoice isBusy={state.step === 'looking'} onChoose={look} />}
      {(state.step === 'seen' || state.step === 'publishing') && (
        <Seen
          answer={state.answer}
          error={state.step === 'seen' ? state.error : undefined}
          isBusy={state.step === 'publishing'}
          onPublish={() => publish(state.chosen, state.answer)}
          onOther={() => setState({ step: 'choose' })}
        />
      )}
      {state.step === 'done' && <Done answer={state.answer} />}
      <p role="status">{say(statusOf(state))}</p>
    </Page>
  );
}

const nothing: Word = { vi: '', en: '' };

const statusOf = ({ step }: State): Word =>
  step === 'looking' ? words.looking : step === 'publishing' ? words.publishing : nothing;

function titleOf(state: State): Word {
  if (state.step === 'done') return words.done;
  if (state.step !== 'seen' && state.step !== 'publishing') return words.publish;
  const { title_vi, version } = state.answer;
  return { vi: `Xem trước: ${title_vi}, phiên bản ${version}`, en: `Look first: ${title_vi}, version ${version}` };
}

function Refused({ error }: { error: unknown }) {
  const complaints = error instanceof ApiProblem ? error.members.complaints : undefined;
  return (
    <>
      <Trouble error={error} />
      {Array.isArray(complaints) && <Complaints complaints={complaints} />}
    </>
  );
}

interface SeenProps {
  answer: FrameworkAnswer;
  error: unknown;
  isBusy: boolean;
  onPublish: () => void;
  onOther: () => void;
}

function Seen({ answer, error, isBusy, onPublish, onOther }: SeenProps) {
  const say = useSay();
  const { framework_id, indicators, max_points, sha256, groups, published_at } = answer;
  return (
    <>
      <p>
        {say({
          vi: `${framework_id}: ${indicators} chỉ số, ${max_points.replace('.', ',')} điểm được đánh giá, dùng cho: ${groups.map((one) => one.group_name_vi).join('; ')}.`,
          en: `${framework_id}: ${indicators} indicators, ${max_points} points that count, for: ${groups.map((one) => one.group_name_en).join('; ')}.`,
        })}
      </p>
      <p class="sha">SHA-256 {sha256}</p>
      <Differences answer={answer} />
      {error !== undefined && <Trouble error={error} />}
      {published_at ? (
        <p class="notice">
          {say({
            vi: 'Phiên bản này đã công bố với đúng nội dung này.',
            en: 'This version is published as it is here.',
          })}
        </p>
      ) : (
        <>
          <p class="warn">{say(words.forEver)}</p>
          <p class="bar">
            <button type="button" class="main" disabled={isBusy} onClick={onPublish}>
              {say(words.finish)}
            </button>
            <button type="button" disabled={isBusy} onClick={onOther}>
              {say(words.other)}
            </button>
          </p>
        </>
      )}
    </>
  );
}

function Done({ answer: { title_vi, version, sha256, framework_id } }: { answer: FrameworkAnswer }) {
  const say = useSay();
  return (
    <>
      <p class="good">
        {say({
          vi: `${title_vi}, phiên bản ${version}, đã công bố.`,
          en: `${title_vi}, version ${version}, is published.`,
        })}
      </p>
      <p class="sha">SHA-256 {sha256}</p>
      <p class="bar">
        <a class="button main" href={addressOf('bo-chi-so', framework_id, version, 'mo-ky')}>
          {say(words.open)}
        </a>
        <a class="button" href="#/bo-chi-so">
          {say(words.title)}
        </a>
      </p>
    </>
  );
}
