import type { PeriodView } from '../../../../../shared/ledger/describe-period.ts';
import type { UnitAppraisal } from '../../../../read-appraisal/read-appraisal.ts';
import type { Questions } from '../../../../read-questions/read-questions.ts';
import { get } from '../../ask-ahead.ts';
import { Loaded } from '../../parts/loaded.tsx';
import { Page } from '../../parts/page.tsx';
import { periodName } from '../../parts/period-name.ts';
import { ProfileDownload } from '../../parts/profile-download.tsx';
import type { ScreenProps } from '../../routes.ts';
import { useSay } from '../../words.ts';
import { appraisalPath } from '../appraisal/appraisal-path.ts';
import { apiPeriod } from '../ministry/period-of.ts';
import { AppraisedList } from './appraised-list.tsx';
import { QuestionList } from './question-list.tsx';
import { questionsPath } from './questions-path.ts';

/** The unit's side of an appraisal: what it is asked, how it was appraised and why, and its answers. */
export function FeedbackScreen({ params, me }: ScreenProps) {
  const say = useSay();
  const of = { group: params.group!, period: params.period! };
  const unit = me.unit_id ?? '';
  const load = async (signal: AbortSignal) => {
    const [view, asked, appraisal] = await Promise.all([
      get<PeriodView>(`/v1/periods/${apiPeriod(params)}`, signal),
      get<Questions>(questionsPath(of, unit), signal),
      get<UnitAppraisal>(appraisalPath(of, unit), signal),
    ]);
    return { view, asked, appraisal };
  };
  const mayAnswer = me.role === 'officer';
  return (
    <Page title={`${say({ vi: 'Kết quả và giải trình', en: 'Results and answers' })}: ${say(periodName(of.period))}`}>
      <Loaded from={load}>
        {({ view, asked, appraisal }, reload) => (
          <>
            <ProfileDownload view={view} of={`${apiPeriod(params)}/${encodeURIComponent(unit)}`} />
            <QuestionList of={of} questions={asked.questions} mayAnswer={mayAnswer} reload={reload} />
            <AppraisedList of={of} unit={unit} appraisal={appraisal} mayAnswer={mayAnswer} reload={reload} />
          </>
        )}
      </Loaded>
    </Page>
  );
}
