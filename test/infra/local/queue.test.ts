import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { SQSEvent } from 'aws-lambda';
import { describe, expect, it, vi } from 'vitest';
import { type QueueOptions, QueueRunner } from '../../../infra/local/queue.ts';
import { temporaryDirectory } from './temporary-directory.ts';

const open = (directory: string, deliver: QueueOptions['deliver']) =>
  new QueueRunner({ spec: { queue: 'uploads', maxReceives: 3 }, directory, deliver, backOffMs: 1 });

/** A consumer that keeps what it got: body and receive count. */
function keepDeliveries(fails: (body: string, receives: number) => boolean = () => false) {
  const seen: [body: string, receives: number][] = [];
  const deliver = async ({ Records }: SQSEvent) => {
    const got = Records.map(
      ({ body, attributes }) => [body, Number(attributes.ApproximateReceiveCount)] as [string, number],
    );
    seen.push(...got);
    const failed = Records.filter((_, index) => fails(...got[index]!));
    return { batchItemFailures: failed.map(({ messageId }) => ({ itemIdentifier: messageId })) };
  };
  return { seen, deliver };
}

const files = (directory: string, queue: string) => readdir(join(directory, queue)).catch(() => []);

describe('QueueRunner', () => {
  it('delivers what a former process left, because an upload that was answered must be ingested', async () => {
    const directory = await temporaryDirectory();
    const before = open(directory, async () => {});
    await before.send('một');
    await before.send('hai');
    // Never started, as if killed before delivery.
    const { seen, deliver } = keepDeliveries();
    const after = open(directory, deliver);
    await after.start();
    await after.idle();
    await after.stop();
    expect(seen.map(([body]) => body)).toEqual(['một', 'hai']);
    expect(await files(directory, 'uploads')).toEqual([]);
  });

  it('goes on in the order things came, also of one millisecond', async () => {
    const directory = await temporaryDirectory();
    const before = open(directory, async () => {});
    const bodies = ['a', 'b', 'c', 'd', 'e'];
    const clock = vi.spyOn(Date, 'now').mockReturnValue(Date.now());
    for (const body of bodies) await before.send(body);
    clock.mockRestore();
    const { seen, deliver } = keepDeliveries();
    const after = open(directory, deliver);
    await after.start();
    await after.idle();
    await after.stop();
    expect(seen.map(([body]) => body)).toEqual(bodies);
  });

  it('delivers again only the messages named as failed, because the rest of the batch is done', async () => {
    const { seen, deliver } = keepDeliveries((body, receives) => body === 'b' && receives === 1);
    const queue = open(await temporaryDirectory(), deliver);
    for (const body of ['a', 'b', 'c']) await queue.send(body);
    await queue.start();
    await queue.idle();
    await queue.stop();
    expect(seen).toEqual([
      ['a', 1],
      ['b', 1],
      ['c', 1],
      ['b', 2],
    ]);
  });

  it('moves a message that failed maxReceives times aside, and back on redrive with a fresh count', async () => {
    const directory = await temporaryDirectory();
    let broken = true;
    const { seen, deliver } = keepDeliveries(() => broken);
    const queue = open(directory, deliver);
    await queue.start();
    await queue.send('x');
    await queue.idle();
    expect(seen).toEqual([
      ['x', 1],
      ['x', 2],
      ['x', 3],
    ]);
    expect([await files(directory, 'uploads'), await files(directory, 'uploads-dlq')]).toEqual([
      [],
      [expect.any(String)],
    ]);

    broken = false;
    expect(await queue.redrive()).toBe(1);
    await queue.idle();
    await queue.stop();
    expect(seen.at(-1)).toEqual(['x', 1]);
    expect([await files(directory, 'uploads'), await files(directory, 'uploads-dlq')]).toEqual([[], []]);
  });

  it('fails the whole batch when the function throws or names an unknown message, as Lambda does', async () => {
    vi.spyOn(console, 'error').mockReturnValue();
    const directory = await temporaryDirectory();
    const answers: QueueOptions['deliver'][] = [
      () => Promise.reject(new Error('down')),
      async () => ({ batchItemFailures: [{ itemIdentifier: 'nobody' }] }),
      async () => ({ batchItemFailures: [] }),
    ];
    let calls = 0;
    const queue = open(directory, (event) => answers[calls++]!(event));
    await queue.send('x');
    await queue.start();
    await queue.idle();
    await queue.stop();
    expect(calls).toBe(3);
    expect(await files(directory, 'uploads')).toEqual([]);
  });

  it('counts a delivery cut short by a kill, because a message that kills its consumer must reach the dead letters', async () => {
    const directory = await temporaryDirectory();
    for (let kill = 0; kill < 2; kill++) {
      let begun = () => {};
      const started = new Promise<void>((resolve) => {
        begun = resolve;
      });
      const queue = open(directory, () => {
        begun();
        // Never answers: the process is gone.
        return new Promise(() => {});
      });
      await queue.start();
      if (kill === 0) await queue.send('x');
      await started;
    }
    const { seen, deliver } = keepDeliveries();
    const queue = open(directory, deliver);
    await queue.start();
    await queue.idle();
    expect(seen).toEqual([['x', 3]]);
  });

  it('runs two batches at once and no more', async () => {
    let [now, most] = [0, 0];
    const queue = open(await temporaryDirectory(), async () => {
      most = Math.max(most, ++now);
      await new Promise((resolve) => setTimeout(resolve, 5));
      now--;
    });
    for (let n = 0; n < 25; n++) await queue.send(String(n));
    await queue.start();
    await queue.idle();
    expect(most).toBe(2);
  });
});
