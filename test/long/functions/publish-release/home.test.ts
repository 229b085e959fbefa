import { describe, expect, it } from 'vitest';
import { publishDue } from '../../../../functions/publish-release/publish-due.ts';
import { homeTurnKey } from '../../../../functions/publish-release/take-home.ts';
import { getObject, putObject } from '../../../../shared/lake/objects.ts';
import { keepSitePlan, readSitePlan, sitePartKey } from '../../../../shared/release/site-plan.ts';
import { packSite } from '../../../../shared/site/site-pack.ts';
import { type Engines, openEngines } from '../../../support/engines.ts';
import { openRound } from '../../../support/released-round.ts';

const [hanoi, hue] = ['P01-2025', 'P46-2025'] as const;
const reason = { text_vi: 'Nhầm số', kind: 'input', found_by: 'công dân' } as const;
const path = 'chi-so/old/';
const page = 'Bảng của đợt r1';

/** r1 out, with a page of its own in both languages; r2 ready, which has it no more. */
async function readyForAnother() {
  const engines = await openEngines();
  const round = await openRound(engines);
  await round.receive(hanoi);
  await round.receive(hue);
  await round.close();
  const first = await round.run();
  const { paths = [] } = await readSitePlan(engines.lake, first);
  await keepSitePlan(engines.lake, first, { extent: 'rankings', parts: 2, paths: [...paths, path] });
  const pages = (['vi', 'en'] as const).map((language) => ({ language, path, html: page }));
  await putObject(engines.lake, sitePartKey(first, 1), packSite({ pages, assets: [] }));
  await round.publish(first);
  await round.resend(hue, { changes: { awareness: '0.5' } });
  return { engines, round, run: await round.run({ reason }) };
}

const textAt = async ({ publicBucket }: Engines, key: string) =>
  new TextDecoder().decode((await getObject(publicBucket, key))!.bytes);

/** Dead from the first write of this key on. */
function deadAt(engines: Engines, key: string): Pick<Engines, 'lake' | 'publicBucket'> {
  let isDead = false;
  const { client } = engines.lake;
  const send = (command: { input: { Key?: string }; constructor: { name: string } }) => {
    isDead ||= command.constructor.name === 'PutObjectCommand' && command.input.Key === key;
    if (isDead) return Promise.reject(new Error('the line went dead'));
    return (client.send as (command: object) => unknown).call(client, command);
  };
  const s3 = Object.assign(Object.create(client), { send });
  return { lake: { ...engines.lake, client: s3 }, publicBucket: { ...engines.publicBucket, client: s3 } };
}

async function expectMoved(engines: Engines): Promise<void> {
  for (const folder of ['', 'en/']) {
    const left = await textAt(engines, `${folder}${path}index.html`);
    expect(left).not.toContain(page);
    expect(left).toContain(`href="/${folder}releases/dti/province34/2024/r1/${path}"`);
    expect(await textAt(engines, `${folder}index.html`)).toContain('/releases/dti/province34/2024/r2/"');
    expect(await textAt(engines, `${folder}releases/dti/province34/2024/r1/${path}index.html`)).toBe(page);
  }
}

describe('the site’s root after a release that has fewer pages', () => {
  it('has no old table that looks current: it leads to the release that has it', async () => {
    const { engines, round, run } = await readyForAnother();
    expect(await textAt(engines, `${path}index.html`)).toBe(page);
    await round.publish(run);
    await expectMoved(engines);
  });

  it.each([homeTurnKey, 'index.html', `${path}index.html`])('ends so too when it is cut off at %s', async (key) => {
    const { engines, round, run } = await readyForAnother();
    await expect(round.publish(run, deadAt(engines, key))).rejects.toThrow('the line went dead');
    const deps = { ...engines, now: round.now, codeVersion: 'test', origin: 'https://dti.example' };
    expect(await publishDue(deps)).toEqual({ published: ['dti/province34/2024/r2'] });
    await expectMoved(engines);
  });
});
