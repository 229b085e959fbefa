import { callerOf } from '../../../shared/identity/caller.ts';
import { allRoutes, landingOf } from './all-routes.ts';
import { askAhead } from './ask-ahead.ts';
import { findRoute, isLanding, matchAddress } from './routes.ts';
import { readClaims } from './session.ts';

/** Fetches the code of the screen of an address before it is known who asks; whether they may go there is seen later. */
export function loadAhead(hash: string): void {
  const route = allRoutes.find(({ path }) => matchAddress(path, hash));
  route?.load().catch(() => {});
}

/**
 * Asks who this is and, beside it, for what they will want: by what the token says of them, which whoever has several
 * roles must first choose from. Screens take what is there; a wrong guess has cost some bytes.
 */
export function startAhead(hash: string): void {
  askAhead('/v1/me').catch(() => {});
  const guessed = callerOf(readClaims());
  const match = guessed && findRoute(allRoutes, isLanding(hash) ? landingOf(guessed) : hash, guessed);
  if (!match) return;
  match.route.load().catch(() => {});
  match.route.ahead?.(match.params, guessed).catch(() => {});
}
