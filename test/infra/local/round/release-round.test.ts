import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import type { Pipeline } from '../../../../infra/local/pipeline.ts';
import { releaseRound } from '../../../../infra/local/round/close-round.ts';
import type { Run } from '../../../../shared/release/runs.ts';

const closers: (() => void)[] = [];
afterEach(() => {
  for (const close of closers.splice(0)) close();
});

/** A gateway that gives these answers in turn, and how often it was called. */
async function answering(...answers: [status: number, body: object][]) {
  let calls = 0;
  const server = createServer((_, response) => {
    const [status, body] = answers[calls++]!;
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(() => server.close());
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { calls: () => calls, pipeline: { url, issueToken: async () => 'token' } as unknown as Pipeline };
}

const release = (pipeline: Pipeline) => releaseRound({ run_id: 'r' } as Run, pipeline, () => {});

describe('the release of a round', () => {
  it('is asked for again where the gateway gave up waiting, until it is published', async () => {
    const gateway = await answering(
      [503, { message: 'Service Unavailable' }],
      [200, { release: 'dti/province34/2024/r1', published: false }],
      [200, { release: 'dti/province34/2024/r1', published: true }],
    );
    expect(await release(gateway.pipeline)).toMatchObject({ published: true });
    expect(gateway.calls()).toBe(3);
  });

  it('is not asked for again where it was refused', async () => {
    const gateway = await answering([409, { title: 'Conflict', detail_en: 'The period is open.' }]);
    await expect(release(gateway.pipeline)).rejects.toThrow('409 The period is open.');
    expect(gateway.calls()).toBe(1);
  });
});
