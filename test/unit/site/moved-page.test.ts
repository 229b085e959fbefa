import { describe, expect, it } from 'vitest';
import { renderAwaitedPage } from '../../../shared/site/awaited-page.tsx';
import { renderMovedPage } from '../../../shared/site/moved-page.tsx';

const moved = { path: 'chi-so/awareness/', release: 'dti/province34/2024/r1' };

describe('a page at the site’s root that the release shown there does not have', () => {
  it('leads to where it stands for ever, and to what is current, in its language', () => {
    const vi = renderMovedPage({ ...moved, language: 'vi' }, 'https://dti.example');
    expect(vi).toMatch(/<html lang="vi">.*<h1>Trang của một đợt công bố khác<\/h1>/s);
    expect(vi).toMatch(/<a href="\/releases\/dti\/province34\/2024\/r1\/chi-so\/awareness\/">r1\snăm\s2024<\/a>/);
    expect(vi).toContain(
      '<link rel="canonical" href="https://dti.example/releases/dti/province34/2024/r1/chi-so/awareness/"',
    );
    for (const address of ['/', '/cac-dot/']) expect(vi).toContain(`<a href="${address}">`);
    const en = renderMovedPage({ ...moved, language: 'en' }, 'https://dti.example');
    expect(en).toMatch(/<html lang="en">.*<h1>A page of another release<\/h1>/s);
    expect(en).toContain('<a href="/en/releases/dti/province34/2024/r1/chi-so/awareness/">r1 of 2024</a>');
    for (const address of ['/en/', '/en/cac-dot/']) expect(en).toContain(`<a href="${address}">`);
  });
});

describe('a page of a unit that no release was out of yet', () => {
  it('names the unit, and leads to what is out', () => {
    const table = 'dti/province63/2024/published';
    const page = renderAwaitedPage('Thành phố Huế', table, 'vi');
    expect(page).toContain('<h1>Thành phố Huế: chưa có đợt công bố</h1>');
    expect(page).toMatch(/<a href="\/releases\/dti\/province63\/2024\/published\/">số liệu đã công bố năm\s2024<\/a>/);
    const english = renderAwaitedPage('Huế', table, 'en');
    expect(english).toMatch(/<html lang="en">.*<a href="\/en\/releases\/dti\/province63\/2024\/published\/">/s);
  });
});
