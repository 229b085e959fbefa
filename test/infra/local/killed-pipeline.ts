import { startPipeline } from '../../../infra/local/pipeline.ts';
import { fixtureHandlers } from './pipeline-fixture.ts';

/** A process for a test to lose: starts a run and dies, without a word to anyone, as the given state begins or ends. */
const [stateDirectory, killState, killPhase] = process.argv.slice(2) as [string, string, string];

const pipeline = await startPipeline({
  stateDirectory,
  signingKey: new Uint8Array(32),
  loadHandler: fixtureHandlers,
  onState: (_, state, phase) => {
    if (state === killState && phase === killPhase) process.kill(process.pid, 'SIGKILL');
  },
});
const token = await pipeline.issueToken({ sub: 'an', role: 'publisher' });
await fetch(`${pipeline.url}/v1/runs`, {
  method: 'POST',
  headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
  body: '{"run_id":"run-1","attempt":1}',
});
