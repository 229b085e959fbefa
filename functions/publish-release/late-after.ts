/**
 * Asked before each piece of work of one call: whether it is too late to begin it. A piece is taken to last as long as the
 * longest that was done, so that a slow machine stops sooner and does not run over the time that a call has.
 */
export function lateAfter(milliseconds: number, clock: () => number = Date.now): () => boolean {
  const began = clock();
  let last = began;
  let longest = 0;
  return () => {
    const now = clock();
    longest = Math.max(longest, now - last);
    last = now;
    return now - began + longest > milliseconds;
  };
}
