import type { ComponentChildren } from 'preact';
import { Page } from './page.tsx';
import { SignOut } from './sign-out.tsx';

/** A screen of one who is signed in and has no role to work in yet: no menu, but always the way out, to come in as another. */
export const Outside = ({ title, children }: { title: string; children: ComponentChildren }) => (
  <main class="narrow">
    <Page title={title}>
      {children}
      <SignOut />
    </Page>
  </main>
);
