import { NetworkLost } from '../api.ts';
import type { Telling } from './wait-online.ts';

export interface SignedForm {
  upload_number: number;
  url: string;
  fields: Record<string, string>;
}

/** S3 has refused the form: its fifteen minutes are over, or the bytes are not those that it was signed for. */
export class FormRefused extends Error {}

/** Posts a file straight to S3 with its signed form. By XHR: fetch tells nothing of how much has gone. */
export function postForm(form: SignedForm, file: Blob, { tell, signal }: Telling): Promise<void> {
  const body = new FormData();
  for (const [name, value] of Object.entries(form.fields)) body.append(name, value);
  // Behind all others: what follows it is not read.
  body.append('file', file);
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const abort = () => request.abort();
    signal.addEventListener('abort', abort, { once: true });
    request.upload.onprogress = ({ loaded, total }) => tell({ step: 'sending', sent: loaded, total });
    request.onload = () => (request.status < 300 ? resolve() : reject(refusal(request.status)));
    request.onerror = () => reject(new NetworkLost('the upload broke off'));
    request.onabort = () => reject(signal.reason);
    request.onloadend = () => signal.removeEventListener('abort', abort);
    request.open('POST', form.url);
    tell({ step: 'sending', sent: 0, total: file.size });
    request.send(body);
  });
}

const refusal = (status: number): Error =>
  status >= 500 ? new NetworkLost(`S3 answered ${status}`) : new FormRefused(`S3 answered ${status}`);
