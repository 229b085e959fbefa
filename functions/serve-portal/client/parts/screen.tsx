import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { forgetAhead } from '../ask-ahead.ts';
import { type Acting, findRoute, isLanding, type Route, type ScreenProps } from '../routes.ts';
import { useHash } from '../use-query.ts';
import { useSay } from '../words.ts';
import { Page } from './page.tsx';
import { Trouble } from './trouble.tsx';

interface Loaded {
  route: Route;
  Body: ComponentType<ScreenProps>;
}

/** The screen of the address; its code is fetched when somebody goes there. */
export function Screen({ me, routes, landing }: { me: Acting; routes: readonly Route[]; landing: string }) {
  const hash = useHash();
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  const [error, setError] = useState<unknown>(null);
  const say = useSay();
  const address = isLanding(hash) ? landing : hash;
  const match = findRoute(routes, address, me);
  useEffect(() => {
    if (!match) return;
    setError(null);
    match.route.ahead?.(match.params, me).catch(() => {});
    match.route.load().then((Body) => setLoaded({ route: match.route, Body }), setError);
    return forgetAhead;
  }, [match?.route]);
  if (!match) return <NoScreen />;
  if (error) return <Trouble error={error} again={() => location.reload()} />;
  if (loaded?.route !== match.route) return <p role="status">{say({ vi: 'Đang tải…', en: 'Loading…' })}</p>;
  // Another unit or period of the same screen begins anew, with nothing left of the one before.
  return <loaded.Body key={address.split('?')[0]} params={match.params} me={me} />;
}

function NoScreen() {
  const say = useSay();
  return (
    <Page title={say({ vi: 'Không có màn hình này', en: 'There is no such screen' })}>
      <p>
        {say({
          vi: 'Địa chỉ không đúng, hoặc màn hình dành cho vai trò khác.',
          en: 'The address is wrong, or the screen is for another role.',
        })}
      </p>
      <p>
        <a href="#/">{say({ vi: 'Về việc đang chờ', en: 'To what waits for you' })}</a>
      </p>
    </Page>
  );
}
