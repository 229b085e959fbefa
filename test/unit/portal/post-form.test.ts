import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { NetworkLost } from '../../../functions/serve-portal/client/api.ts';
import { FormRefused, postForm } from '../../../functions/serve-portal/client/upload/post-form.ts';
import type { Progress } from '../../../functions/serve-portal/client/upload/wait-online.ts';

/** As much of a browser's as the upload uses; Node has none. */
class Request {
  static last: Request;
  opened: string[] = [];
  sent: FormData | null = null;
  status = 0;
  upload: { onprogress?: (told: { loaded: number; total: number }) => void } = {};
  onload?: () => void;
  onerror?: () => void;
  onabort?: () => void;
  onloadend?: () => void;
  constructor() {
    Request.last = this;
  }
  open(...opened: string[]): void {
    this.opened = opened;
  }
  send(body: FormData): void {
    if (this.opened.length === 0) throw new Error('InvalidStateError');
    this.sent = body;
  }
  abort(): void {
    this.onabort?.();
    this.onloadend?.();
  }
  answer(status: number): void {
    this.status = status;
    this.onload?.();
    this.onloadend?.();
  }
}

const form = { upload_number: 1, url: 'https://raw.example/', fields: { key: 'k', policy: 'p' } };
let told: Progress[];
let stop: AbortController;
const post = () => {
  const sending = postForm(form, new Blob(['abc']), { tell: (step) => void told.push(step), signal: stop.signal });
  sending.catch(() => {});
  return sending;
};

beforeEach(() => {
  vi.stubGlobal('XMLHttpRequest', Request);
  [told, stop] = [[], new AbortController()];
});
afterEach(() => vi.unstubAllGlobals());

describe('postForm', () => {
  it('sends the signed fields and the file behind them, and tells how much has gone', async () => {
    const sending = post();
    Request.last.upload.onprogress?.({ loaded: 2, total: 3 });
    Request.last.answer(204);
    await sending;
    expect(Request.last.opened).toEqual(['POST', form.url]);
    expect([...Request.last.sent!.keys()]).toEqual(['key', 'policy', 'file']);
    expect(told.map(({ sent }) => sent)).toEqual([0, 2]);
  });

  it('stops when the person stops it', async () => {
    const sending = post();
    stop.abort(new Error('stopped'));
    await expect(sending).rejects.toThrow('stopped');
  });

  it.each([
    [403, FormRefused],
    [300, FormRefused],
    [499, FormRefused],
    [500, NetworkLost],
    [503, NetworkLost],
  ])('takes %d for a form that is over, or for a network that is lost', async (status, error) => {
    const sending = post();
    Request.last.answer(status);
    await expect(sending).rejects.toThrow(error);
  });
});
