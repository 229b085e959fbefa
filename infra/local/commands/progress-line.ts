import type { Progress } from '../round/progress.ts';

export interface ProgressOut {
  /** Of a terminal; null for a log, which keeps every line. */
  columns: number | null;
  write(text: string): unknown;
  /** Milliseconds. */
  now(): number;
}

/** Begins the line again, without what stood there. */
const rewrite = '\r\u001b[2K';
/** A terminal is drawn no more often. */
const frameMs = 100;

/** One line on a terminal: done of all, rate, time left; in a log a line every tenth, and one for a step without a count. */
export function progressLine(out: ProgressOut): { show: Progress; end(): void } {
  let counted = { began: out.now(), done: 0, of: 0 };
  let drawn = Number.NEGATIVE_INFINITY;
  let last = out.now();
  const print = (text: string) =>
    out.write(out.columns === null ? `${text}\n` : `${rewrite}${text.slice(0, out.columns - 1)}`);

  function show(step: string, count?: { done: number; of: number }): void {
    const now = out.now();
    const former = counted;
    if (!count) print(step);
    else {
      const goesOn = former.of === count.of && former.done < count.done;
      counted = { began: goesOn ? former.began : last, ...count };
      const isDue = out.columns === null ? tenth(counted) > (goesOn ? tenth(former) : 0) : now - drawn >= frameMs;
      if (isDue || count.done === count.of) {
        print(`${step} · ${describe(counted, now)}`);
        drawn = now;
      }
    }
    last = now;
  }
  return { show, end: () => void (out.columns === null || out.write(rewrite)) };
}

interface Counted {
  began: number;
  done: number;
  of: number;
}

const tenth = ({ done, of }: Counted): number => (of === 0 ? 0 : Math.floor((done * 10) / of));

function describe({ began, done, of }: Counted, now: number): string {
  const perSecond = (done * 1000) / Math.max(1, now - began);
  const left = done === of ? '' : ` · còn ${duration((of - done) / perSecond)}`;
  return `${done}/${of} · ${perSecond.toFixed(1).replace('.', ',')}/giây${left}`;
}

/** `7 giây`, `3 phút 05 giây`. */
function duration(exact: number): string {
  const seconds = Math.ceil(exact);
  if (seconds < 60) return `${seconds} giây`;
  return `${Math.floor(seconds / 60)} phút ${String(seconds % 60).padStart(2, '0')} giây`;
}
