import * as z from 'zod';

/** Where a published table came from: `inputs/source.json`, at which the provenance of its figures ends. */
export interface PublishedSource {
  /** `dti/province63/2023/published` */
  release: string;
  source_vi: string;
  source_en: string;
  /** Of the page that published the table. */
  address: string;
  /** Public repositories that the table was taken over from, where it was not read from the page itself. */
  copied_from: string[];
  /** Day on which it was taken over, `YYYY-MM-DD`. */
  retrieved: string;
  /** What the table has not. */
  note_vi: string;
  note_en: string;
  /** Of `inputs/published.csv`. */
  sha256: string;
}

const text = z.string().min(1);
/** Public pages link to it. */
const webAddress = z.url({ protocol: /^https?$/ });

export const publishedSourceShape = z.strictObject({
  ...{ release: text, source_vi: text, source_en: text, address: webAddress },
  copied_from: z.array(webAddress),
  retrieved: z.iso.date(),
  ...{ note_vi: text, note_en: text },
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
}) satisfies z.ZodType<PublishedSource>;
