const zone = 'Asia/Ho_Chi_Minh';
const timeFormat = new Intl.DateTimeFormat('vi-VN', {
  timeZone: zone,
  hour: '2-digit',
  minute: '2-digit',
  hour12: false,
});
const dayFormat = new Intl.DateTimeFormat('vi-VN', {
  timeZone: zone,
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
});

/** `09:05 ngày 21/10/2026`, in Vietnam whatever the clock of the machine. */
export const formatTime = (at: string): string => `${timeFormat.format(new Date(at))} ngày ${formatDay(at)}`;

/** `09:05` */
export const formatClock = (at: string): string => timeFormat.format(new Date(at));

export const formatDay = (at: string): string => dayFormat.format(new Date(at));

/** The last day before an instant: a deadline is the first instant after its day. */
export const formatLastDay = (at: string): string => formatDay(new Date(Date.parse(at) - 1).toISOString());

export const When = ({ at }: { at: string }) => <time dateTime={at}>{formatTime(at)}</time>;
