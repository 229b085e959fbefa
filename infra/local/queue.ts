import { createHash } from 'node:crypto';
import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import type { QueueSpec } from '../topology.ts';
import type { Report } from './disk-full.ts';
import { type Message, type MessageFiles, openMessageFiles } from './message-files.ts';
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
  /** Told of faults of our own; the console by default. */
  report?: Report;
}

/** A durable stand-in for an SQS queue, its dead-letter queue and the Lambda event source between them. */
export class QueueRunner {
  private readonly options: QueueOptions;
  private readonly files: MessageFiles;
  private readonly ready: Message[] = [];
  /** Failed messages that wait for their next delivery. */
  private readonly pauses = new Set<NodeJS.Timeout>();
  private readonly underWay = new Set<Promise<void>>();
  private idleWaiters: (() => void)[] = [];
  private isRunning = false;

  constructor(options: QueueOptions) {
    this.options = options;
    this.files = openMessageFiles(`${options.directory}/${options.spec.queue}`);
  }

  /** Resolves once the message is on disk. */
  async send(body: string): Promise<void> {
    this.ready.push(await this.files.add(body));
    this.pump();
  }

  /**
   * Reads every message, the dead ones too, which would else be missed on the day they are replayed.
   * @throws StateBroken
   */
  async check(): Promise<void> {
    await this.files.waiting();
    await this.files.buried();
  }

  /** Begins delivery, first of what an earlier process left. */
  async start(): Promise<void> {
    const known = new Set(this.ready.map((message) => message.message_id));
    this.ready.unshift(...(await this.files.waiting()).filter((message) => !known.has(message.message_id)));
    this.isRunning = true;
    this.pump();
  }

  /** Resolves when nothing waits, is under way, or is due again. */
  idle(): Promise<void> {
    return this.isIdle() ? Promise.resolve() : new Promise((resolve) => this.idleWaiters.push(resolve));
  }

  /** Moves dead messages back; answers how many. */
  async redrive(): Promise<number> {
    const revived = await Promise.all((await this.files.buried()).map(this.files.revive));
    this.ready.push(...revived);
    this.pump();
    return revived.length;
  }

  /** Ends delivery after what is under way; the rest stays on disk. */
  async stop(): Promise<void> {
    this.isRunning = false;
    await Promise.all(this.underWay);
    for (const pause of this.pauses) clearTimeout(pause);
  }

  private isIdle(): boolean {
    return this.ready.length + this.pauses.size + this.underWay.size === 0;
  }

  private pump(): void {
    while (this.isRunning && this.underWay.size < concurrency && this.ready.length > 0) {
      const work: Promise<void> = this.deliverBatch(this.ready.splice(0, batchSize))
        // The files are the truth: what could not be recorded now is delivered again by the next process.
        .catch(this.options.report ?? console.error)
        .finally(() => {
          this.underWay.delete(work);
          this.pump();
        });
      this.underWay.add(work);
    }
    if (!this.isIdle()) return;
    for (const resolve of this.idleWaiters) resolve();
    this.idleWaiters = [];
  }

  private async deliverBatch(batch: Message[]): Promise<void> {
    const { deliver, spec } = this.options;
    const received = await Promise.all(batch.map(this.files.countReceive));
    const failed = await failures(deliver, spec.queue, received);
    const settle = (message: Message) =>
      failed.has(message.message_id) ? this.fail(message) : this.files.remove(message);
    await Promise.all(received.map(settle));
  }

  private async fail(message: Message): Promise<void> {
    const { spec, backOffMs = 100 } = this.options;
    if (message.receives >= spec.maxReceives) return this.files.bury(message);
    const pause = setTimeout(() => {
      this.pauses.delete(pause);
      this.ready.push(message);
      this.pump();
    }, backOffMs * message.receives);
    this.pauses.add(pause);
  }
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
