import { provenanceOf } from '../../../release/provenance/provenance-of.ts';
import type { Framed, PageContent } from '../../frame.tsx';
import { rootFrom } from '../../page-list.ts';
import { ProvenancePage } from './provenance-page.tsx';
import { provenanceDescription, provenanceTitle, sayMeasure } from './say.ts';

/** Where one figure of a release comes from, down to the bytes. */
export function provenancePage(
  { site, ref, language }: Framed,
  { unit_id, measure }: { unit_id: string; measure: string },
): PageContent {
  const provenance = provenanceOf(site.traced!, unit_id, measure);
  return {
    title: provenanceTitle(provenance, language),
    description: provenanceDescription(provenance, language),
    trail: [
      { path: `don-vi/${unit_id}/`, name: provenance.unit.name_vi },
      { path: `nguon-goc/${unit_id}/${measure}/`, name: sayMeasure(provenance, language) },
    ],
    styles: [site.assets.provenanceStyle],
    children: <ProvenancePage provenance={provenance} language={language} root={rootFrom(ref)} />,
  };
}
