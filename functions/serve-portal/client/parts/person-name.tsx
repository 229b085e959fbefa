import { useSay } from '../words.ts';
import { Said } from './said.tsx';

/** As the sign-in calls them. Whose name is unknown or erased is told from others by the beginning of their id. */
export function PersonName({ id, name }: { id: string; name: string | null | undefined }) {
  const say = useSay();
  if (name) return <Said text={name} />;
  return <>{say({ vi: `chưa rõ tên (${shortId(id)})`, en: `name unknown (${shortId(id)})` })}</>;
}

/** `p-0b6f0d7e` */
const shortId = (id: string): string => id.slice(0, 10);
