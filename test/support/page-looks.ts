/** Looked for in the browser, by `page.evaluate`: each answers what is wrong, and nothing where all is well. */

/** Elements whose content is wider than they are, and hidden beyond their edge; but for those that keys can scroll. */
export const cutOff = `[...document.querySelectorAll('main *')].flatMap((one) => {
  const { overflowX } = getComputedStyle(one);
  const hides = overflowX !== 'visible' && one.clientWidth > 1 && one.tabIndex !== 0;
  return hides && one.scrollWidth > one.clientWidth + 1 ? [one.tagName + '.' + one.className] : [];
})`;

/** What stays in the window while the page scrolls, and takes more than a quarter of it. */
export const largeOverlays = `[...document.querySelectorAll('body *')].flatMap((one) => {
  const { position, top, bottom } = getComputedStyle(one);
  const stays = position === 'fixed' || (position === 'sticky' && (top !== 'auto' || bottom !== 'auto'));
  return stays && one.getBoundingClientRect().height > innerHeight / 4 ? [one.tagName + '.' + one.className] : [];
})`;

/** Animations and transitions, and scrolling that glides. */
export const moving = `[document.documentElement, ...document.querySelectorAll('body *')].flatMap((one) => {
  const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(one);
  const still = transitionDuration === '0s' && animationName === 'none' && scrollBehavior === 'auto';
  return still ? [] : [one.tagName + '.' + one.className];
})`;

/**
 * Marks of drawings that are hard to see on the background of forced colours: neither fill nor line reaches 3 to 1. The map
 * keeps its colours there, and hairlines behind a drawing say nothing.
 */
export const faintMarks = `(() => {
  const parse = (colour) => colour.match(/[\\d.]+/g).map(Number);
  const light = (channel) => (channel <= 0.03928 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4);
  const luminance = ([r, g, b]) => 0.2126 * light(r / 255) + 0.7152 * light(g / 255) + 0.0722 * light(b / 255);
  const probe = document.body.appendChild(document.createElement('i'));
  probe.style.cssText = 'color:Canvas;forced-color-adjust:none';
  const behind = luminance(parse(getComputedStyle(probe).color));
  const over = (paint, opacity) => {
    if (!paint.startsWith('rgb') || (parse(paint)[3] ?? 1) * opacity < 0.5) return 1;
    const front = luminance(parse(paint));
    return (Math.max(front, behind) + 0.05) / (Math.min(front, behind) + 0.05);
  };
  const shapes = 'main svg:not(.map) :is(circle, rect, line, path, polyline, polygon):not(.grid)';
  const faint = [...document.querySelectorAll(shapes)].filter((one) => {
    const { fill, fillOpacity, stroke, strokeOpacity, strokeWidth } = getComputedStyle(one);
    const line = strokeWidth === '0px' ? 1 : over(stroke, Number(strokeOpacity));
    return one.checkVisibility() && Math.max(one.tagName === 'line' ? 1 : over(fill, Number(fillOpacity)), line) < 3;
  });
  probe.remove();
  return [...new Set(faint.map((one) => one.tagName + '.' + one.getAttribute('class')))];
})()`;

/** What the keyboard reaches, in the order of the page. */
export const stops = `[...document.querySelectorAll('a[href], summary, button, input, select, textarea, [tabindex]')].filter(
  (one) => one.tabIndex >= 0 && !one.disabled && one.checkVisibility({ visibilityProperty: true }),
)`;

/**
 * Of what has the focus: its place among the stops, how it shows that, and whether the whole of its first line is to be seen;
 * of a region, where it begins.
 */
export const focused = `(() => {
  const one = document.activeElement;
  const isRegion = one.hasAttribute('tabindex');
  const { color, backgroundColor, outlineColor, outlineStyle } = getComputedStyle(one);
  const { left, top, right, bottom: end } = one.getClientRects()[0];
  const bottom = isRegion ? Math.min(end, innerHeight) : end;
  const isThere = (x, y) => { const hit = document.elementFromPoint(x, y); return hit === one || one.contains(hit); };
  const seen = left >= 0 && top >= 0 && right <= innerWidth + 1 && bottom <= innerHeight + 1;
  const clear = isThere(left + 2, top + 2) && isThere(right - 2, bottom - 2);
  return { stop: ${stops}.indexOf(one), look: isRegion && outlineColor === color ? 'framed' : color + ' on ' + backgroundColor, outlineStyle, hidden: !(seen && clear) };
})()`;
