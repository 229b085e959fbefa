interface KnownAnswer {
  tag: string;
  body: unknown;
}

/** Of one person in one role: what is asked for every few seconds, so that what has not changed is not sent again. */
const answers = new Map<string, KnownAnswer>();

/** A screen asks for two or three; each may be some hundred kilobytes. */
const most = 6;

export const known = (path: string): KnownAnswer | undefined => answers.get(path);

/** Only what the browser itself may not keep: all else it asks about by itself. */
export function remember(path: string, headers: Headers, body: unknown): void {
  const tag = headers.get('etag');
  answers.delete(path);
  if (tag === null || !headers.get('cache-control')?.includes('no-store')) return;
  answers.set(path, { tag, body });
  if (answers.size > most) answers.delete(answers.keys().next().value!);
}

export const forget = (): void => answers.clear();
