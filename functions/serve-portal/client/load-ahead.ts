import { allRoutes } from './all-routes.ts';
import { matchAddress } from './routes.ts';

/** Fetches the code of the screen of an address before it is known who asks; whether they may go there is seen later. */
export function loadAhead(hash: string): void {
  const route = allRoutes.find(({ path }) => matchAddress(path, hash));
  route?.load().catch(() => {});
}
