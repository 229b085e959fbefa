import type { PeriodView } from '../../../../shared/ledger/describe-period.ts';
import { download } from '../api.ts';
import { useAct } from '../use-act.ts';
import { useSay } from '../words.ts';
import { ActButton } from './act-button.tsx';

interface ProfileDownloadProps {
  /** What there is to profile: a release, or a run that units see. */
  view: Pick<PeriodView, 'releases' | 'preview'>;
  /** `province34/2024/P04-2025` */
  of: string;
}

/** The fuller profile of a unit, with findings, reasons and what was sent: for the unit itself and the ministry. */
export function ProfileDownload({ view: { releases, preview }, of }: ProfileDownloadProps) {
  const say = useSay();
  const act = useAct();
  if (releases.length === 0 && preview === null) return null;
  return (
    <ActButton minor act={act} onAct={() => act.run(() => download(`/v1/profiles/${of}`))}>
      {say({ vi: 'Tải hồ sơ đầy đủ của đơn vị, Excel', en: 'Download the unit’s full profile, Excel' })}
    </ActButton>
  );
}
