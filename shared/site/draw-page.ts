import { type Framed, type PageContent, renderFrame } from './frame.tsx';
import type { Language } from './language.ts';
import type { PageRef } from './page-list.ts';
import { changesPage } from './pages/changes/changes-page.tsx';
import { comparePage } from './pages/compare/compare-page.tsx';
import { correctionsPage } from './pages/corrections/corrections-page.tsx';
import { dataPage } from './pages/data/data-page.tsx';
import { mainIndexPage } from './pages/main-index/main-index-page.tsx';
import { mapPage } from './pages/map/map-page.tsx';
import { methodPage } from './pages/method/method-page.tsx';
import { provenancePage } from './pages/provenance/provenance-content.tsx';
import { rankingPage } from './pages/ranking/ranking-page.tsx';
import { unitPage } from './pages/unit/unit-page.tsx';
import { verifyPage } from './pages/verify/verify-page.tsx';
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
    case 'unit':
      return unitPage(framed, ref);
    case 'compare':
      return comparePage(framed, ref);
    case 'main-index':
      return mainIndexPage(framed, ref);
    case 'provenance':
      return provenancePage(framed, ref);
    case 'changes':
      return changesPage(framed);
    case 'map':
      return mapPage(framed);
    case 'method':
      return methodPage(framed);
    case 'data':
      return dataPage(framed);
    case 'corrections':
      return correctionsPage(framed);
    case 'verify':
      return verifyPage(framed);
  }
}
