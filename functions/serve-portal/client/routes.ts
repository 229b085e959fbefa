import type { ComponentType } from 'preact';
import type { CallerRole } from '../../../shared/identity/caller.ts';
import type { Me } from '../../read-me/read-me.ts';
import type { Word } from './words.ts';

/** What the person acts as, with names. */
export type Acting = NonNullable<Me['acting']>;

export interface ScreenProps {
  /** Of the address, decoded: `{group}` in `/ky/{group}/{period}`. */
  params: Record<string, string>;
  me: Acting;
}

export interface Route {
  /** Behind the `#`. A filter that should be sent to a colleague stands behind a `?`, read by `useQuery`. */
  path: string;
  roles: readonly CallerRole[];
  /** In the menu under this name; absent: reached from another screen. */
  menu?: Word;
  /** Fetches the code of the screen. */
  load: () => Promise<ComponentType<ScreenProps>>;
}

export interface Match {
  route: Route;
  params: Record<string, string>;
}

/** The first of the routes that the address fits, for a role that may go there. */
export function findRoute(routes: readonly Route[], hash: string, role: CallerRole): Match | null {
  const given = hash.replace(/^#/, '').split('?')[0]!.split('/').map(decode);
  for (const route of routes) {
    const params = matchPath(route.path.split('/'), given);
    if (params && route.roles.includes(role)) return { route, params };
  }
  return null;
}

function matchPath(wanted: string[], given: string[]): Record<string, string> | null {
  if (wanted.length !== given.length) return null;
  const params: Record<string, string> = {};
  for (const [index, segment] of wanted.entries()) {
    const value = given[index]!;
    if (segment.startsWith('{')) params[segment.slice(1, -1)] = value;
    else if (segment !== value) return null;
  }
  return params;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** `#/ky/province34/2024` of parts that may hold anything. */
export const addressOf = (...parts: string[]): string => `#/${parts.map(encodeURIComponent).join('/')}`;
