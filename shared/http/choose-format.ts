import Negotiator from 'negotiator';
import { Problem } from './problem.ts';

/** All we serve is in it; the negotiator would take it for a property of a type that ours do not have. */
const charset = /;\s*charset\s*=\s*"?utf-?8"?(?=\s*(?:[;,]|$))/gi;

/** Of the types offered, the one that the caller likes best. */
export function chooseFormat(accept: string | undefined, offered: string[]): string {
  const chosen = new Negotiator({ headers: { accept: accept?.replace(charset, '').trim() || undefined } }).mediaType(
    offered,
  );
  if (chosen) return chosen;
  throw new Problem(
    406,
    'format-unknown',
    `Chỉ có các định dạng: ${offered.join(', ')}.`,
    `Available: ${offered.join(', ')}.`,
  );
}
