import type { ComponentChildren } from 'preact';
import { signOut } from '../session.ts';
import { useSay } from '../words.ts';
import { Page } from './page.tsx';

/** A screen of one who is signed in and has no role to work in yet: no menu, but always the way out, to come in as another. */
export function Outside({ title, children }: { title: string; children: ComponentChildren }) {
  const say = useSay();
  return (
    <main class="narrow">
      <Page title={title}>
        {children}
        <p>
          <button type="button" class="plain" onClick={signOut}>
            {say({ vi: 'Đăng xuất', en: 'Sign out' })}
          </button>
        </p>
      </Page>
    </main>
  );
}
