import { useState } from 'preact/hooks';
import type { Reminded } from '../../../../remind-period/remind-period.ts';
import { post } from '../../api.ts';
import { ActButton } from '../../parts/act-button.tsx';
import { useAct } from '../../use-act.ts';
import { useSay } from '../../words.ts';

/** Writes to one unit now; it is written to once a day, however often it is asked for. */
export function Remind({ at, unitId }: { at: string; unitId: string }) {
  const say = useSay();
  const [told, setTold] = useState<Reminded | null>(null);
  const act = useAct();
  const remind = () => act.run(async () => setTold(await post<Reminded>(`${at}/remind`, { unit_id: unitId })));
  return (
    <>
      <ActButton minor act={act} onAct={remind}>
        {say({ vi: 'Nhắc đơn vị', en: 'Remind' })}
      </ActButton>
      {told && (
        <p class="good" role="status">
          {told.reminded.length > 0
            ? say({ vi: 'Đã gửi lời nhắc.', en: 'Reminded.' })
            : told.already.length > 0
              ? say({ vi: 'Hôm nay đã nhắc rồi.', en: 'Reminded today already.' })
              : say({ vi: 'Đơn vị không còn gì phải gửi.', en: 'It has nothing left to send.' })}
        </p>
      )}
    </>
  );
}
