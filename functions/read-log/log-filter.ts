import { dayInVietnam } from '../../shared/format/format-date.ts';
import type { LogLine } from './log-line.ts';

/** Each absent: whatever it is. */
export interface LogFilter {
  kind?: string | undefined;
  /** Opaque id of a person. */
  subject?: string | undefined;
  /** Days in Vietnam, both among them. */
  from?: string | undefined;
  to?: string | undefined;
}

export function passes({ kind, subject, at }: LogLine, asked: LogFilter): boolean {
  if (asked.kind !== undefined && asked.kind !== kind) return false;
  if (asked.subject !== undefined && asked.subject !== subject) return false;
  const day = dayInVietnam(at);
  return (asked.from === undefined || day >= asked.from) && (asked.to === undefined || day <= asked.to);
}
