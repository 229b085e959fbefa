import { readFileSync } from 'node:fs';
import type { Adapter, AdapterPayload } from 'oidc-provider';
import * as z from 'zod';
import { parseState, type Remedy } from '../state-file.ts';
import { writeWhole } from '../whole-file.ts';

const kept = z.record(z.string(), z.object({ expires: z.number(), payload: z.record(z.string(), z.unknown()) }));
type Kept = z.infer<typeof kept>;

const deleteSessions: Remedy = {
  vi: 'đề nghị xóa tệp này: mọi người đăng nhập lại',
  en: 'delete it: everybody signs in again',
};

/** Sessions, codes and refresh tokens of the sign-in pages in one file, so that a restart signs nobody out. */
export function openProviderFiles(path: string): new (name: string) => Adapter {
  const items = read(path);
  let writing: Promise<void> = Promise.resolve();
  const keep = () => {
    const now = Date.now() / 1000;
    for (const [key, { expires }] of Object.entries(items)) if (expires < now) delete items[key];
    writing = writing.catch(() => {}).then(() => writeWhole(path, JSON.stringify(items), 0o600));
    return writing;
  };
  const find = (is: (payload: AdapterPayload) => boolean, prefix: string) =>
    Object.entries(items).find(([key, { payload }]) => key.startsWith(prefix) && is(payload))?.[1].payload;

  return class ProviderFiles implements Adapter {
    private readonly prefix: string;
    constructor(name: string) {
      this.prefix = `${name}:`;
    }
    async upsert(id: string, payload: AdapterPayload, expiresIn: number) {
      items[this.prefix + id] = { expires: Date.now() / 1000 + (expiresIn || 86_400), payload: { ...payload } };
      await keep();
    }
    find = async (id: string) => items[this.prefix + id]?.payload;
    findByUid = async (uid: string) => find((payload) => payload.uid === uid, this.prefix);
    findByUserCode = async () => undefined;
    async destroy(id: string) {
      delete items[this.prefix + id];
      await keep();
    }
    async revokeByGrantId(grantId: string) {
      for (const [key, { payload }] of Object.entries(items)) if (payload.grantId === grantId) delete items[key];
      await keep();
    }
    async consume(id: string) {
      const item = items[this.prefix + id];
      if (item) item.payload.consumed = Math.floor(Date.now() / 1000);
      await keep();
    }
  };
}

function read(path: string): Kept {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {};
    throw error;
  }
  return parseState(path, text, kept, deleteSessions);
}
