import type { Word } from '../words.ts';

const [minute, hour, day] = [60, 3_600, 86_400];

/** How long it is until a moment: two units of it, seconds within the last ten minutes. Null: it has come. */
export function timeLeft(at: string, now: number): Word | null {
  const left = Math.ceil((Date.parse(at) - now) / 1000);
  if (left <= 0) return null;
  const [days, hours, minutes] = [left / day, (left % day) / hour, (left % hour) / minute].map(Math.floor) as [
    number,
    number,
    number,
  ];
  if (days > 0) return { vi: `còn ${days} ngày ${hours} giờ`, en: `${days} d ${hours} h left` };
  if (hours > 0) return { vi: `còn ${hours} giờ ${minutes} phút`, en: `${hours} h ${minutes} min left` };
  if (minutes >= 10) return { vi: `còn ${minutes} phút`, en: `${minutes} min left` };
  const seconds = left % minute;
  return minutes > 0
    ? { vi: `còn ${minutes} phút ${seconds} giây`, en: `${minutes} min ${seconds} s left` }
    : { vi: `còn ${seconds} giây`, en: `${seconds} s left` };
}
