import { type Framed, type PageContent, renderFrame } from './frame.tsx';
import type { Language } from './language.ts';
import type { PageRef } from './page-list.ts';
import { rankingPage } from './pages/ranking/ranking-page.tsx';
import type { ReleaseSite } from './release-site.ts';

/** One page in one language, but for the marks that publishing fills: equal arguments, equal text. */
export function drawPage(site: ReleaseSite, ref: PageRef, language: Language): string {
  const framed = { site, ref, language };
  return renderFrame(contentOf(framed), framed);
}

function contentOf(framed: Framed): PageContent {
  const { ref } = framed;
  switch (ref.kind) {
    case 'ranking':
      return rankingPage(framed, ref);
    default:
      throw new Error(`no page of kind ${ref.kind}`);
  }
}
