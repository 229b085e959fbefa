/** Looked for in the browser, by `page.evaluate`: each answers what is wrong, and nothing where all is well. */

/** Elements whose content is wider than they are, and hidden beyond their edge; but for those that keys can scroll. */
export const cutOff = `[...document.querySelectorAll('main *')].flatMap((one) => {
  const { overflowX } = getComputedStyle(one);
  const hides = overflowX !== 'visible' && one.clientWidth > 1 && one.tabIndex !== 0;
  return hides && one.scrollWidth > one.clientWidth + 1 ? [one.tagName + '.' + one.className] : [];
})`;

/** What stays in the window while the page scrolls, and takes more than a quarter of it. */
export const largeOverlays = `[...document.querySelectorAll('body *')].flatMap((one) => {
  const stays = ['fixed', 'sticky'].includes(getComputedStyle(one).position);
  return stays && one.getBoundingClientRect().height > innerHeight / 4 ? [one.tagName + '.' + one.className] : [];
})`;

/** Animations and transitions, and scrolling that glides. */
export const moving = `[document.documentElement, ...document.querySelectorAll('body *')].flatMap((one) => {
  const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(one);
  const still = transitionDuration === '0s' && animationName === 'none' && scrollBehavior === 'auto';
  return still ? [] : [one.tagName + '.' + one.className];
})`;
