import type { UnitAppraisal } from '../../../../read-appraisal/read-appraisal.ts';
import type { Questions } from '../../../../read-questions/read-questions.ts';
import { get } from '../../ask-ahead.ts';
import { Loaded } from '../../parts/loaded.tsx';
import { Page } from '../../parts/page.tsx';
import { periodName } from '../../parts/period-name.ts';
import type { ScreenProps } from '../../routes.ts';
import { useSay } from '../../words.ts';
import { appraisalPath } from '../appraisal/appraisal-path.ts';
import { AppraisedList } from './appraised-list.tsx';
import { QuestionList } from './question-list.tsx';
import { questionsPath } from './questions-path.ts';

/** The unit's side of an appraisal: what it is asked, how it was appraised and why, and its answers. */
export function FeedbackScreen({ params, me }: ScreenProps) {
  const say = useSay();
  const of = { group: params.group!, period: params.period! };
  const unit = me.unit_id ?? '';
  const load = async (signal: AbortSignal) => {
    const [asked, appraisal] = await Promise.all([
      get<Questions>(questionsPath(of, unit), signal),
      get<UnitAppraisal>(appraisalPath(of, unit), signal),
    ]);
    return { asked, appraisal };
  };
  const mayAnswer = me.role === 'officer';
  return (
    <Page title={`${say({ vi: 'Kết quả và giải trình', en: 'Results and answers' })}: ${say(periodName(of.period))}`}>
      <Loaded from={load}>
        {({ asked, appraisal }, reload) => (
          <>
            <QuestionList of={of} questions={asked.questions} mayAnswer={mayAnswer} reload={reload} />
            <AppraisedList of={of} unit={unit} appraisal={appraisal} mayAnswer={mayAnswer} reload={reload} />
          </>
        )}
      </Loaded>
    </Page>
  );
}
