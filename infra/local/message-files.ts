import { randomUUID } from 'node:crypto';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { readStateFolder, StateBroken } from './state-file.ts';
import { writeWhole } from './whole-file.ts';

const message = z.object({
  message_id: z.string(),
  body: z.string(),
  /** Milliseconds since 1970. */
  sent: z.int(),
  /** Deliveries begun, also those cut short by a kill. */
  receives: z.int(),
});

/** One waiting message, as it stands on disk. */
export type Message = z.infer<typeof message>;

// Names sort by time sent, so that a restart goes on in the order things came.
const fileName = ({ sent, message_id }: Message) => `${String(sent).padStart(15, '0')}-${message_id}.json`;

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
  const read = await readStateFolder(folder, message);
  const misnamed = read.find(({ name, state }) => name !== fileName(state));
  if (misnamed) throw new StateBroken(join(folder, misnamed.name));
  return read.map(({ state }) => state);
}
