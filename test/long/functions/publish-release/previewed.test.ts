import { describe, expect, it } from 'vitest';
import { sha256Of } from '../../../../shared/digest/canonical-json.ts';
import { preparedKey } from '../../../../shared/lake/keys.ts';
import { getObject, putObject } from '../../../../shared/lake/objects.ts';
import { type Engines, openEngines } from '../../../support/engines.ts';
import { openRound } from '../../../support/released-round.ts';

const hanoi = 'P01-2025';

/** Another table, and a manifest that fits it: in itself a sound release. */
async function rewrite({ lake }: Engines, run: string): Promise<void> {
  const read = async (path: string) => (await getObject(lake, preparedKey(run, path)))!.bytes;
  const before = await read('scoreboard.csv');
  const after = new TextEncoder().encode(new TextDecoder().decode(before).replace('Hà Nội', 'Hà Nam'));
  const manifest = new TextDecoder().decode(await read('manifest.json'));
  await putObject(lake, preparedKey(run, 'scoreboard.csv'), after);
  await putObject(lake, preparedKey(run, 'manifest.json'), manifest.replace(sha256Of(before), sha256Of(after)));
}

describe('what goes out', () => {
  it('is what was previewed: files rewritten since, with a manifest that fits them, are not released', async () => {
    const engines = await openEngines();
    const round = await openRound(engines);
    await round.receive(hanoi);
    await round.close();
    const run = await round.run();
    await rewrite(engines, run);
    await expect(round.publish(run)).rejects.toMatchObject({ code: 'RUN_FILE_CHANGED' });
    expect((await round.periodState()).releases).toEqual([]);
  });
});
