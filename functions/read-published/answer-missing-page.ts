import type { Response } from '../../shared/http/http-function.ts';
import { missingPageOf } from '../../shared/site/missing-pages.ts';
import { renderUnknownPage, unknownPageHeaders } from '../../shared/site/unknown-page.tsx';

/** The page that says there is none, where CloudFront found no file; null: the call is another. */
export function answerMissingPage(path: string): Response | null {
  const page = missingPageOf(path);
  return page === null ? null : { statusCode: 404, headers: { ...unknownPageHeaders }, body: renderUnknownPage(page) };
}
