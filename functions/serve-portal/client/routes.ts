import type { ComponentType } from 'preact';
import type { CallerRole } from '../../../shared/identity/caller.ts';
import type { Me } from '../../read-me/read-me.ts';
import type { Word } from './words.ts';

/** What the person acts as, with names. */
export type Acting = NonNullable<Me['acting']>;

/** As much of it as a token says by itself. */
export type Guessed = Pick<Acting, 'role' | 'unit_id' | 'department'>;

export interface ScreenProps {
  /** Of the address, decoded: `{group}` in `/ky/{group}/{period}`. */
  params: Record<string, string>;
  me: Acting;
}

export interface Route {
  /** Behind the `#`. A filter that should be sent to a colleague stands behind a `?`, read by `useQuery`. */
  path: string;
  roles: readonly CallerRole[];
  /** Whether an officer of a department goes there: `only` that one, or that one `too`; absent: only one of the whole unit. */
  department?: 'only' | 'too';
  /** In the menu under this name; absent: reached from another screen. */
  menu?: Word;
  /** Fetches the code of the screen. */
  load: () => Promise<ComponentType<ScreenProps>>;
  /** Asks, by `askAhead`, for what the screen will want. */
  ahead?: (params: Record<string, string>, me: Guessed) => Promise<unknown>;
}

export interface Match {
  route: Route;
  params: Record<string, string>;
}

/** Whether a screen is for whoever is signed in. */
export function mayGo({ roles, department }: Route, me: Pick<Guessed, 'role' | 'department'>): boolean {
  if (!roles.includes(me.role)) return false;
  return me.department === null ? department !== 'only' : department !== undefined;
}

/** The first of the routes that the address fits, for somebody who may go there. */
export function findRoute(routes: readonly Route[], hash: string, me: Guessed): Match | null {
  for (const route of routes) {
    const params = matchAddress(route.path, hash);
    if (params && mayGo(route, me)) return { route, params };
  }
  return null;
}

/** What a path of a route finds in an address; null: it is of another screen. */
export function matchAddress(path: string, hash: string): Record<string, string> | null {
  const wanted = path.split('/');
  const given = hash.replace(/^#/, '').split('?')[0]!.split('/').map(decode);
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

/** Nothing behind the `#`: where somebody lands is told by their role. */
export const isLanding = (hash: string): boolean => hash.replace(/^#\/?/, '') === '';

/** `#/ky/province34/2024` of parts that may hold anything. */
export const addressOf = (...parts: string[]): string => `#/${parts.map(encodeURIComponent).join('/')}`;
