/**
 * Asked before each piece of work of one call, with how long a piece may take: whether it is too late to begin it. Never at
 * the first question, whatever came before: every call does one piece at least.
 */
export function lateAfter(milliseconds: number, clock: () => number = Date.now): (piece: number) => boolean {
  const began = clock();
  let isFirst = true;
  return (piece) => {
    const isLate = !isFirst && clock() - began + piece > milliseconds;
    isFirst = false;
    return isLate;
  };
}
