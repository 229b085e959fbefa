import { call } from './api.ts';

const asked = new Map<string, Promise<unknown>>();

/**
 * Asks for what a screen will want while its code is still on the way, so that the two do not wait for each other. The
 * screen's own call takes the answer, once; what failed is asked again by the screen, which says what went wrong.
 */
export function askAhead<Answer>(path: string): Promise<Answer> {
  const known = asked.get(path) ?? call(path);
  asked.set(path, known);
  known.catch(() => asked.get(path) === known && asked.delete(path));
  return known as Promise<Answer>;
}

/** What a screen asks for: at once if it is there or under way. */
export function get<Answer>(path: string, signal?: AbortSignal): Promise<Answer> {
  const known = asked.get(path) as Promise<Answer> | undefined;
  asked.delete(path);
  const fresh = () => call<Answer>(path, signal ? { signal } : {});
  return known ? known.catch(fresh) : fresh();
}

/** Nobody took it: the screen has been left, and what it asked for grows old. */
export const forgetAhead = (): void => asked.clear();
