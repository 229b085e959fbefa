import type { Held } from '../../../read-me/read-me.ts';
import { useSay } from '../words.ts';
import { Outside } from './outside.tsx';
import { roleNames } from './role-names.ts';

/** For whom the person works now; asked once, and changed in the menu. */
export function ChooseRole({ held, onChoose }: { held: readonly Held[]; onChoose: (actingAs: string) => void }) {
  const say = useSay();
  return (
    <Outside title={say({ vi: 'Làm việc với vai trò nào, cho đơn vị nào?', en: 'For which unit are you working?' })}>
      <ul class="choices">
        {held.map(({ acting_as, role, unit_full_name_vi }) => (
          <li key={acting_as}>
            <button type="button" onClick={() => onChoose(acting_as)}>
              {[say(roleNames[role]), unit_full_name_vi].filter(Boolean).join(', ')}
            </button>
          </li>
        ))}
      </ul>
    </Outside>
  );
}
