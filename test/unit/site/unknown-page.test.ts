import { describe, expect, it } from 'vitest';
import { answerMissingPage } from '../../../functions/read-published/answer-missing-page.ts';
import { renderUnknownPage } from '../../../shared/site/unknown-page.tsx';

describe('an address without a page', () => {
  it('is told of in the language of its folder, with the way home in it', () => {
    expect(renderUnknownPage('/releases/none')).toMatch(
      /<html lang="vi">.*<h1>Không tìm thấy trang<\/h1>.*href="\/">/s,
    );
    expect(renderUnknownPage('/english/')).toContain('<html lang="vi">');
    for (const path of ['/en', '/en/', '/en/ban-do/none'])
      expect(renderUnknownPage(path)).toMatch(/<html lang="en">.*<h1>Page not found<\/h1>.*href="\/en\/">/s);
  });

  it('is answered as a page where CloudFront found no file, for a minute at most; calls to the API are not', () => {
    expect(answerMissingPage('/v1/pages/en/none/index.html')).toEqual({
      statusCode: 404,
      headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'public, max-age=60' },
      body: renderUnknownPage('/en/none/index.html'),
    });
    for (const path of ['/v1/pages', '/v1/pagesx/a', '/v1/units/none', '/v1/nothing'])
      expect(answerMissingPage(path)).toBeNull();
  });

  it('says nothing of the address, which anybody may have written', () => {
    expect(renderUnknownPage('/<script>alert(1)</script>')).toBe(renderUnknownPage('/'));
  });
});
