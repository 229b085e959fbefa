import type { ComponentChildren } from 'preact';
import type { Held } from '../../../read-me/read-me.ts';
import { type Acting, mayGo, type Route } from '../routes.ts';
import { type Language, useSay } from '../words.ts';
import { LanguageSwitch } from './language-switch.tsx';
import { roleNames } from './role-names.ts';
import { SignOut } from './sign-out.tsx';

interface FrameProps {
  me: Acting;
  name: string | null;
  held: readonly Held[];
  routes: readonly Route[];
  onChoose: (actingAs: string | null) => void;
  onLanguage: (language: Language) => void;
  children: ComponentChildren;
}

/** What stands around every screen: who one is, where one can go, and the way out. */
export function Frame({ me, name, held, routes, onChoose, onLanguage, children }: FrameProps) {
  const say = useSay();
  const menu = routes.filter((route) => route.menu && mayGo(route, me));
  return (
    <>
      <button type="button" class="skip" onClick={skip}>
        {say({ vi: 'Đến nội dung', en: 'Skip to content' })}
      </button>
      <header>
        <p class="brand">
          <a href="#/">DTI</a> <span>{say({ vi: 'Cổng báo cáo', en: 'Reporting portal' })}</span>
        </p>
        <nav aria-label={say({ vi: 'Mục chính', en: 'Main' })}>
          {menu.map((route) => (
            <a key={route.path} href={`#${route.path}`}>
              {say(route.menu!)}
            </a>
          ))}
        </nav>
        <p class="who">
          <span>{name ?? [say(roleNames[me.role]), me.unit_full_name_vi].filter(Boolean).join(', ')}</span>
          {held.length > 1 && (
            <button type="button" class="plain" onClick={() => onChoose(null)}>
              {say({ vi: 'Đổi vai trò', en: 'Change role' })}
            </button>
          )}
          <LanguageSwitch onLanguage={onLanguage} />
          <SignOut />
        </p>
      </header>
      <main id="noi-dung" tabIndex={-1}>
        {children}
      </main>
    </>
  );
}

/** Not a link: the address behind `#` is the screen. */
const skip = () => document.getElementById('noi-dung')?.focus();
