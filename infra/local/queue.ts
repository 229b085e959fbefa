import { createHash } from 'node:crypto';
import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import type { QueueSpec } from '../topology.ts';
import { type Message, openMessageFiles } from './message-files.ts';
import { localArn, localRegion } from './names.ts';

const batchSize = 5;
const concurrency = 2;

export interface QueueOptions {
  spec: Pick<QueueSpec, 'queue' | 'maxReceives'>;
  /** Folder of all queues; this one's messages lie in `<directory>/<queue>/`. */
  directory: string;
  deliver(event: SQSEvent): Promise<unknown>;
  /** Pause after the first failure; it grows with each further one. */
  backOffMs?: number;
}

export interface QueueRunner {
  /** Resolves once the message is on disk. */
  send(body: string): Promise<void>;
  /** Begins delivery, first of what an earlier process left. */
  start(): Promise<void>;
  /** Resolves when nothing waits, is under way, or is due again. */
  idle(): Promise<void>;
  /** Moves dead messages back; answers how many. */
  redrive(): Promise<number>;
  /** Ends delivery after what is under way; the rest stays on disk. */
  stop(): Promise<void>;
}

/** A durable stand-in for an SQS queue, its dead-letter queue and the Lambda event source between them. */
export function openQueue({ spec, directory, deliver, backOffMs = 100 }: QueueOptions): QueueRunner {
  const files = openMessageFiles(`${directory}/${spec.queue}`);
  const ready: Message[] = [];
  const timers = new Map<NodeJS.Timeout, Message>();
  const underWay = new Set<Promise<void>>();
  let idleWaiters: (() => void)[] = [];
  let running = false;

  const isIdle = () => ready.length + timers.size + underWay.size === 0;

  function pump(): void {
    while (running && underWay.size < concurrency && ready.length > 0) {
      const work: Promise<void> = deliverBatch(ready.splice(0, batchSize))
        // The files are the truth: what could not be recorded now is delivered again by the next process.
        .catch((error: unknown) => console.error(error))
        .finally(() => {
          underWay.delete(work);
          pump();
        });
      underWay.add(work);
    }
    if (!isIdle()) return;
    for (const resolve of idleWaiters) resolve();
    idleWaiters = [];
  }

  async function deliverBatch(batch: Message[]): Promise<void> {
    const received = await Promise.all(batch.map(files.countReceive));
    const failed = await failures(deliver, spec.queue, received);
    await Promise.all(
      received.map((message) => (failed.has(message.message_id) ? retry(message) : files.remove(message))),
    );
  }

  async function retry(message: Message): Promise<void> {
    if (message.receives >= spec.maxReceives) return files.bury(message);
    const timer = setTimeout(() => {
      timers.delete(timer);
      ready.push(message);
      pump();
    }, backOffMs * message.receives);
    timers.set(timer, message);
  }

  return {
    async send(body) {
      ready.push(await files.add(body));
      pump();
    },
    async start() {
      const known = new Set(ready.map((message) => message.message_id));
      ready.unshift(...(await files.waiting()).filter((message) => !known.has(message.message_id)));
      running = true;
      pump();
    },
    idle: () => (isIdle() ? Promise.resolve() : new Promise((resolve) => idleWaiters.push(resolve))),
    async redrive() {
      const revived = await Promise.all((await files.buried()).map(files.revive));
      ready.push(...revived);
      pump();
      return revived.length;
    },
    async stop() {
      running = false;
      await Promise.all(underWay);
      for (const timer of timers.keys()) clearTimeout(timer);
    },
  };
}

/** Ids of the messages to deliver again. As on Lambda a throw, or an answer that names an unknown id, fails the whole batch. */
async function failures(deliver: QueueOptions['deliver'], queue: string, batch: Message[]): Promise<Set<string>> {
  const ids = new Set(batch.map((message) => message.message_id));
  try {
    const response = (await deliver({
      Records: batch.map((message) => toRecord(queue, message)),
    })) as SQSBatchResponse | null;
    const failed = (response?.batchItemFailures ?? []).map((failure) => failure.itemIdentifier);
    return failed.every((id) => ids.has(id)) ? new Set(failed) : ids;
  } catch (error) {
    console.error(`queue ${queue}: ${error}`);
    return ids;
  }
}

function toRecord(queue: string, message: Message): SQSRecord {
  return {
    messageId: message.message_id,
    receiptHandle: `${message.message_id}/${message.receives}`,
    body: message.body,
    attributes: {
      ApproximateReceiveCount: String(message.receives),
      SentTimestamp: String(message.sent),
      SenderId: 'events.amazonaws.com',
      ApproximateFirstReceiveTimestamp: String(message.sent),
    },
    messageAttributes: {},
    md5OfBody: createHash('md5').update(message.body).digest('hex'),
    eventSource: 'aws:sqs',
    eventSourceARN: localArn('sqs', queue),
    awsRegion: localRegion,
  };
}
