import { Loaded } from '../../parts/loaded.tsx';
import { Page } from '../../parts/page.tsx';
import { periodName } from '../../parts/period-name.ts';
import type { ScreenProps } from '../../routes.ts';
import { addressOf } from '../../routes.ts';
import { useQuery } from '../../use-query.ts';
import { useSay } from '../../words.ts';
import { type EvidenceWork, loadEvidence } from './evidence-files.ts';
import { IndicatorEvidence } from './indicator-evidence.tsx';

/** Files that prove figures, by indicator: what is asked for, what was sent, and a way to send or take again. */
export function EvidenceScreen({ params, me }: ScreenProps) {
  const say = useSay();
  const of = { group: params.group!, period: params.period! };
  return (
    <Page title={`${say({ vi: 'Tài liệu kiểm chứng', en: 'Evidence' })}, ${say(periodName(of.period))}`}>
      <p>
        {say({
          vi: 'Tệp PDF, Word, Excel hoặc ảnh, mỗi tệp tối đa 20 MB. Tệp đã gửi được giữ nguyên; bản mới gửi thêm bên cạnh.',
          en: 'PDF, Word, Excel or pictures, up to 20 MB each. What was sent is kept as it is; a newer one stands beside it.',
        })}
      </p>
      <Loaded from={(signal) => loadEvidence(of, me, signal)}>
        {(work, reload) => <Indicators work={work} of={of} me={me} reload={reload} />}
      </Loaded>
    </Page>
  );
}

interface IndicatorsProps {
  work: EvidenceWork;
  of: { group: string; period: string };
  me: ScreenProps['me'];
  reload: () => void;
}

function Indicators({ work, of, me, reload }: IndicatorsProps) {
  const say = useSay();
  const [query] = useQuery();
  const isMissing = query.get('loc') === 'thieu';
  const filesOf = (indicator: string | null) => work.files.filter((file) => file.indicator === indicator);
  const isWithout = (indicator: string) => !filesOf(indicator).some(({ status }) => status === 'accepted');
  const missing = work.indicators.filter(
    ({ indicator }) => indicator.evidence_required && isWithout(indicator.indicator),
  );
  const shown = isMissing ? missing : work.indicators;
  const address = addressOf('tai-lieu', of.group, of.period);
  return (
    <>
      <nav class="filters" aria-label={say({ vi: 'Lọc chỉ số', en: 'Filter indicators' })}>
        <a href={address} aria-current={isMissing ? undefined : 'true'}>
          {say({ vi: 'Tất cả', en: 'All' })} ({work.indicators.length})
        </a>
        <a href={`${address}?loc=thieu`} aria-current={isMissing ? 'true' : undefined}>
          {say({ vi: 'Cần tài liệu, chưa có tệp', en: 'Asked for, without a file' })} ({missing.length})
        </a>
      </nav>
      {shown.map(({ indicator, number }) => (
        <IndicatorEvidence
          key={indicator.indicator}
          {...{ of, me, reload, number, indicator }}
          earlier={work.earlier}
          files={filesOf(indicator.indicator)}
        />
      ))}
      {!isMissing && me.department === null && (
        <IndicatorEvidence
          {...{ of, me, reload }}
          number=""
          indicator={null}
          earlier={work.earlier}
          files={filesOf(null)}
        />
      )}
    </>
  );
}
