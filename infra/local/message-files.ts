import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { writeWhole } from './whole-file.ts';

/** One waiting message, as it stands on disk. */
export interface Message {
  message_id: string;
  body: string;
  /** Milliseconds since 1970. */
  sent: number;
  /** Deliveries begun, also those cut short by a kill. */
  receives: number;
}

// Names sort by time sent, so that a restart goes on in the order things came.
const fileName = (message: Message) => `${String(message.sent).padStart(15, '0')}-${message.message_id}.json`;

/** A folder of messages with its dead-letter folder beside it. */
export function openMessageFiles(directory: string) {
  const dead = `${directory}-dlq`;
  const save = (message: Message, folder = directory) =>
    writeWhole(join(folder, fileName(message)), JSON.stringify(message));
  const read = (folder: string) => readMessages(folder);
  let last = 0;
  return {
    async add(body: string): Promise<Message> {
      // Two of one millisecond would come back in the order of their random ids.
      last = Math.max(Date.now(), last + 1);
      const message = { message_id: randomUUID(), body, sent: last, receives: 0 };
      await save(message);
      return message;
    },
    async countReceive(message: Message): Promise<Message> {
      const received = { ...message, receives: message.receives + 1 };
      await save(received);
      return received;
    },
    remove: (message: Message) => rm(join(directory, fileName(message))),
    async bury(message: Message): Promise<void> {
      await mkdir(dead, { recursive: true });
      await rename(join(directory, fileName(message)), join(dead, fileName(message)));
    },
    waiting: () => read(directory),
    buried: () => read(dead),
    /** Saved first and removed after: a kill between the two delivers twice rather than never. */
    async revive(message: Message): Promise<Message> {
      const fresh = { ...message, receives: 0 };
      await save(fresh);
      await rm(join(dead, fileName(message)));
      return fresh;
    },
  };
}

export type MessageFiles = ReturnType<typeof openMessageFiles>;

async function readMessages(folder: string): Promise<Message[]> {
  await mkdir(folder, { recursive: true });
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort();
  return Promise.all(names.map(async (name) => JSON.parse(await readFile(join(folder, name), 'utf8')) as Message));
}
