import { ApiProblem, NetworkLost } from '../api.ts';
import { FormRefused, postForm, type SignedForm } from './post-form.ts';
import { persist, type Telling, waitOnline } from './wait-online.ts';

/** Where a file goes: who signs its form, and who says what became of it. */
export interface FileDoor<Answer> {
  ask: (file: HashedFile) => Promise<({ status: 'send' } & SignedForm) | { status: 'received' }>;
  check: (sha256: string) => Promise<Answer>;
  /** The same bytes count once, by whichever number they came; else they may have come before, under a smaller one. */
  once?: true;
}

export interface HashedFile {
  sha256: string;
  size: number;
  file_name: string;
}

/**
 * A file from hash to answer. Goes on by itself over every loss of the network: what was lost on the way is asked for
 * before anything is sent again, so that nothing comes twice.
 */
export async function sendFile<Answer extends { upload_number: number }>(
  file: File,
  door: FileDoor<Answer>,
  telling: Telling,
): Promise<Answer> {
  telling.tell({ step: 'hashing' });
  const hashed = { sha256: await hashOf(file), size: file.size, file_name: file.name };
  const asked = await persist(() => door.ask(hashed), telling, 'asking');
  const check = () => persist(() => door.check(hashed.sha256), telling, 'checking');
  if (asked.status === 'received') return check();
  await deliver(asked, file, () => isThere(asked, hashed.sha256, door, telling), telling).catch(async (error) => {
    if (!(error instanceof FormRefused)) throw error;
    // Its time was over while the network was away: another one, once.
    const again = await persist(() => door.ask(hashed), telling, 'asking');
    if (again.status === 'send') await postForm(again, file, telling);
  });
  return check();
}

async function hashOf(file: Blob): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** A network error does not mean that S3 has nothing: that is asked for first. */
async function deliver(
  form: SignedForm,
  file: Blob,
  isReceived: () => Promise<boolean>,
  telling: Telling,
): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await postForm(form, file, telling);
    } catch (error) {
      if (!(error instanceof NetworkLost)) throw error;
      await waitOnline(attempt, telling);
      if (await isReceived()) return;
    }
  }
}

/** Whether what was sent with this form has come in. */
async function isThere<Answer extends { upload_number: number }>(
  { upload_number }: SignedForm,
  sha256: string,
  door: FileDoor<Answer>,
  telling: Telling,
): Promise<boolean> {
  try {
    const came = await persist(() => door.check(sha256), telling, 'checking');
    return door.once || came.upload_number >= upload_number;
  } catch (error) {
    if (error instanceof ApiProblem && error.status === 404) return false;
    throw error;
  }
}
