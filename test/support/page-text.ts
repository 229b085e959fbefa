/** The page without scripts, styles and tags: what a person reads. */
export const textOf = (html: string): string =>
  html
    .replace(/<script[\s\S]*?<\/script>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&quot;', '"')
    .replace(/[\s\u00A0]+/g, ' ')
    .replace(/ ([.,;:)])/g, '$1');

/** Of the page without its head: what is read of it. */
export const bodyOf = (html: string): string => html.slice(html.indexOf('<main'), html.indexOf('</main>'));
