import type { IncomingMessage, ServerResponse } from 'node:http';
import { isKnown } from '../../shared/http/entity-tag.ts';
import { type Encoding, encodedBy, encodingOf, isCompressible } from './encodings.ts';
import type { HttpAnswer } from './http-event.ts';

/** Bodies in all their encodings together. */
const capacity = 64 * 1024 * 1024;
/** What is current is asked of whoever has it once in so long, where CloudFront asks once in its `max-age`. */
const currentForMs = 1000;

interface Kept {
  etag: string;
  until: number;
  bytes: number;
  answer: HttpAnswer & { body: Buffer };
  variants: Map<Encoding, Variant>;
}

/** Ready to be written: headers as node:http takes them fastest, name and value in turn. */
interface Variant {
  full: string[];
  notModified: string[];
  body: Buffer;
}

/**
 * What CloudFront does in front of bucket and API, on one machine: keeps public answers, compresses what is worth it as the
 * reader accepts, and answers 304 by itself. A release's file is kept as long as there is room; what is current for a second.
 */
export class EdgeCache {
  private readonly kept = new Map<string, Kept>();
  private readonly refreshed = new Map<string, Promise<void>>();
  private bytes = 0;

  /** True: it is answered. */
  answer(incoming: IncomingMessage, response: ServerResponse): boolean {
    if (incoming.method !== 'GET' && incoming.method !== 'HEAD') return false;
    const known = this.kept.get(keyOf(incoming));
    if (known === undefined || known.until < Date.now()) return false;
    this.write(known, incoming, response);
    return true;
  }

  /**
   * Of what was kept and is due: one asks, and all others wait for what it is told, as for a public page a thousand may.
   * True: it is answered; else whoever calls asks, and tells by the function it is given that it is done.
   */
  async joined(incoming: IncomingMessage, response: ServerResponse): Promise<true | (() => void)> {
    const key = keyOf(incoming);
    const underWay = this.refreshed.get(key);
    if (underWay) {
      await underWay;
      if (this.answer(incoming, response)) return true;
    }
    if (!this.kept.has(key) || this.refreshed.has(key)) return () => {};
    const { promise, resolve } = Promise.withResolvers<void>();
    this.refreshed.set(key, promise);
    return () => {
      this.refreshed.delete(key);
      resolve();
    };
  }

  /** False: it is not for everybody, and whoever has it sends it as it is. */
  keepAndAnswer(incoming: IncomingMessage, response: ServerResponse, answer: HttpAnswer): boolean {
    const etag = answer.headers.etag;
    if (typeof etag !== 'string' || (incoming.method !== 'GET' && incoming.method !== 'HEAD')) return false;
    const key = keyOf(incoming);
    const milliseconds = keptForMs(String(answer.headers['cache-control'] ?? ''));
    const known = this.kept.get(key);
    if (known && known.etag === etag && answer.status === 304) known.until = Date.now() + milliseconds;
    if (answer.status !== 200 || milliseconds === 0) return false;
    this.write(this.keep(key, etag, milliseconds, answer), incoming, response);
    return true;
  }

  /** Somebody has written something: what is current is asked for anew. */
  forgetCurrent(): void {
    for (const known of this.kept.values()) if (known.until !== Number.POSITIVE_INFINITY) known.until = 0;
  }

  private keep(key: string, etag: string, milliseconds: number, answer: HttpAnswer): Kept {
    const known = this.kept.get(key);
    const until = Date.now() + milliseconds;
    if (known?.etag === etag) return Object.assign(known, { until });
    if (known) this.drop(key, known);
    const body = Buffer.from(answer.body);
    // Three encodings of it at most.
    const bytes = 2 * body.length + key.length;
    const kept: Kept = { etag, until, bytes, answer: { ...answer, body }, variants: new Map() };
    if (bytes > capacity) return kept;
    this.kept.set(key, kept);
    this.bytes += bytes;
    for (const [oldest, one] of this.kept) {
      if (this.bytes <= capacity) break;
      this.drop(oldest, one);
    }
    return kept;
  }

  private drop(key: string, { bytes }: Kept): void {
    this.kept.delete(key);
    this.bytes -= bytes;
  }

  private write(kept: Kept, { method, headers }: IncomingMessage, response: ServerResponse): void {
    const variant = variantOf(kept, headers['accept-encoding']);
    const ifNoneMatch = headers['if-none-match'];
    if (ifNoneMatch !== undefined && isKnown(ifNoneMatch, kept.etag)) {
      response.writeHead(304, variant.notModified);
      response.end();
      return;
    }
    response.writeHead(200, variant.full);
    response.end(method === 'HEAD' ? undefined : variant.body);
  }
}

/** An answer may vary by what is accepted; to each way of asking its own. */
const keyOf = ({ url, headers }: IncomingMessage): string =>
  headers.accept === undefined ? (url as string) : `${url}\n${headers.accept}`;

function keptForMs(cacheControl: string): number {
  if (/\b(private|no-store|no-cache)\b/.test(cacheControl)) return 0;
  if (/\bimmutable\b/.test(cacheControl)) return Number.POSITIVE_INFINITY;
  const seconds = Number(/\bmax-age=(\d+)/.exec(cacheControl)?.[1] ?? 0);
  return Math.min(seconds * 1000, currentForMs);
}

function variantOf(kept: Kept, acceptEncoding: string | undefined): Variant {
  const { answer, variants } = kept;
  const encoding = isCompressible(answer) ? encodingOf(acceptEncoding) : 'identity';
  const known = variants.get(encoding);
  if (known) return known;
  const made = makeVariant(answer, encoding);
  variants.set(encoding, made);
  return made;
}

function makeVariant(answer: Kept['answer'], encoding: Encoding): Variant {
  const body = encodedBy(encoding, answer.body);
  const { vary, etag, ...headers } = answer.headers;
  const shared = {
    ...headers,
    // Other bytes than those that are tagged: as CloudFront marks what it compressed.
    etag: encoding === 'identity' ? String(etag) : `W/${String(etag).replace(/^W\//, '')}`,
    ...(isCompressible(answer) ? { vary: [vary ?? [], 'accept-encoding'].flat().join(', ') } : vary ? { vary } : {}),
  };
  const { 'content-type': _, ...notModified } = shared as Record<string, string | string[]>;
  const sent = encoding === 'identity' ? {} : { 'content-encoding': encoding };
  return {
    full: flat({ ...shared, ...sent, 'content-length': String(body.length) }),
    notModified: flat(notModified),
    body,
  };
}

const flat = (headers: Record<string, string | string[]>): string[] =>
  Object.entries(headers).flatMap(([name, value]) => [value].flat().flatMap((one) => [name, one]));
