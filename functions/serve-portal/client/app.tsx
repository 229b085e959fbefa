import { useEffect, useState } from 'preact/hooks';
import type { Me } from '../../read-me/read-me.ts';
import { allRoutes, landingOf } from './all-routes.ts';
import { actAs } from './api.ts';
import { get } from './ask-ahead.ts';
import { useIdleLock } from './idle-lock.ts';
import { ChooseRole } from './parts/choose-role.tsx';
import { Frame } from './parts/frame.tsx';
import { Loaded } from './parts/loaded.tsx';
import { Outside } from './parts/outside.tsx';
import { Screen } from './parts/screen.tsx';
import { portalName, SignInPage } from './parts/sign-in-page.tsx';
import { onDrop } from './session.ts';
import { keepLanguage, LanguageContext, readLanguage, useSay } from './words.ts';

/** The whole page: whom it does not know it asks to sign in; all else is a screen of the person's role. */
export function App({ signedIn }: { signedIn: boolean }) {
  const [known, setKnown] = useState(signedIn);
  const [language, setLanguage] = useState(readLanguage);
  useEffect(() => onDrop(() => setKnown(false)), []);
  const isLocked = useIdleLock(known);
  useEffect(() => {
    document.documentElement.lang = language;
    keepLanguage(language);
  }, [language]);
  return (
    <LanguageContext.Provider value={language}>
      {known ? <SignedIn onLanguage={setLanguage} /> : <SignInPage isLocked={isLocked} onLanguage={setLanguage} />}
    </LanguageContext.Provider>
  );
}

function SignedIn({ onLanguage }: { onLanguage: (language: 'vi' | 'en') => void }) {
  const say = useSay();
  const [chosen, setChosen] = useState<string | null>(null);
  const choose = (actingAs: string | null) => {
    actAs(actingAs);
    setChosen(actingAs);
    location.hash = '';
  };
  return (
    <Loaded
      from={() => get<Me>('/v1/me')}
      on={[chosen]}
      around={(trouble) => <Outside title={say(portalName)}>{trouble}</Outside>}
    >
      {({ name, acting, held }) =>
        acting ? (
          <Frame me={acting} name={name} held={held} routes={allRoutes} onChoose={choose} onLanguage={onLanguage}>
            <Screen me={acting} routes={allRoutes} landing={landingOf(acting)} />
          </Frame>
        ) : (
          <ChooseRole held={held} onChoose={choose} />
        )
      }
    </Loaded>
  );
}
