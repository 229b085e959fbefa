import { type Bucket, getObject, putObject } from '../../shared/lake/objects.ts';
import { contentTypeOf } from '../../shared/release/run-files.ts';

/** Who put the site's root last, and since when: only within one such turn does a part that was put still stand. */
export const homeTurnKey = 'site/home-turn.json';

interface Turn {
  release: string;
  since: string;
}

/**
 * The turn in which a release is put at the site's root. Cut off and begun again, it is the same turn, and goes on where it
 * was; `anew`: others may have put pages in between, so all are put once more.
 */
export async function takeHome(
  release: string,
  anew: boolean,
  { lake, now }: { lake: Bucket; now: () => Date },
): Promise<string> {
  const stored = await getObject(lake, homeTurnKey);
  const last = stored && (JSON.parse(new TextDecoder().decode(stored.bytes)) as Turn);
  if (last?.release === release && !anew) return last.since;
  const since = now().toISOString();
  const turn: Turn = { release, since };
  await putObject(lake, homeTurnKey, JSON.stringify(turn), { contentType: contentTypeOf('json') });
  return since;
}
