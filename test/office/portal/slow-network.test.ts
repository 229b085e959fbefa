import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { chooseFile, formWith, of, officer, openPeriods } from '../../support/officer-portal.ts';
import { type Person, showPortal, visit } from '../../support/portal.ts';
import { farAway, type Network, secondsOnSlow, slow, slowTab, type Walked } from '../../support/slow-network.ts';

const portal = await showPortal();
await openPeriods(portal.pipeline);

type Step = [name: string, act: (page: Page) => Promise<unknown>];

const at = (...parts: string[]) =>
  `location.hash = '#/${[...parts.slice(0, 1), of.group, of.period, ...parts.slice(1)].join('/')}'`;

const toLanding = 'from the person’s name to what waits for them';

/** From nothing in the browser's cache, by the sign-in, to each screen in turn. */
async function walk(network: Network, person: Person, landing: (page: Page) => Promise<unknown>, steps: Step[]) {
  const { page, context } = await visit(portal.browser);
  const over = await slowTab(page);
  const walked = new Map<string, Walked>();
  const step = async (name: string, act: () => Promise<unknown>) => walked.set(name, await over(network, act));
  const signIn = page.getByRole('button', { name: 'Đăng nhập' });
  await step('first visit', async () => {
    await page.goto(`${portal.pipeline.portalUrl}/portal/index.html`, { waitUntil: 'commit' });
    await signIn.waitFor();
  });
  await signIn.click();
  if (typeof person !== 'string') await page.getByLabel('Đơn vị (gõ tên hoặc mã)').fill(person.unit);
  const role = typeof person === 'string' ? person : person.role;
  await step(toLanding, async () => {
    await page.locator(`button[value="${role}"]`).click();
    await landing(page);
  });
  for (const [name, act] of steps) await step(name, () => act(page));
  await context.close();
  return walked;
}

/** Walks twice: slowly, to say how long it took, and far away, to count what it needs. */
async function measure(who: string, ...way: [Person, (page: Page) => Promise<unknown>, Step[]]) {
  const [clock, needs] = [await walk(slow, ...way), await walk(farAway, ...way)];
  for (const [name, walked] of needs) {
    const { trips, bytes, busySeconds } = walked;
    const [seen, computed] = [clock.get(name)!.seconds, secondsOnSlow(walked)].map((seconds) => seconds.toFixed(1));
    const told = `${trips} trips, ${(bytes / 1000).toFixed(1)} KB, ${busySeconds.toFixed(2)} s of processor`;
    process.stdout.write(`${who}: ${name}: ${seen} s; computed ${computed} s of ${told}\n`);
  }
  return [...needs].map(([name, walked]) => [name, secondsOnSlow(walked), walked.trips] as const);
}

const link = (name: string | RegExp) => (page: Page) => page.getByRole('link', { name }).first().waitFor();
const goTo = (address: string) => (page: Page) => page.evaluate(address);
const openAt = (address: string, seen: (page: Page) => Promise<unknown>) => (page: Page) =>
  goTo(address)(page).then(() => seen(page));

type Took = Awaited<ReturnType<typeof measure>>;

/** Names of steps that would take longer than 4 s. */
const tooSlow = (took: Took) => took.filter(([, seconds]) => seconds > 4);

/** Of the way in, whose requests are known: the name, the page, the token, what waits, and what was sent of it. */
const tripsToLanding = (took: Took) =>
  Math.max(...took.filter(([name]) => name === toLanding).map(([, , trips]) => trips));

describe('an old laptop (processor six times slower) on slow 3G (400 kbit/s, 400 ms)', () => {
  it('shows an officer each screen within four seconds', { timeout: 300_000 }, async () => {
    const form = await formWith();
    const took = await measure('officer', officer, link('Gửi tệp Excel'), [
      ['filling in', openAt(at('ke-khai'), (page) => page.locator('main input').nth(20).waitFor())],
      ['sending', openAt(at('gui'), (page) => page.getByLabel('Chọn tệp Excel').waitFor({ state: 'attached' }))],
      [
        'from the file to the form as it was read',
        async (page) => {
          await chooseFile(page, 'Chọn tệp Excel', 'a.xlsx', form);
          await page.locator('tr[id]').nth(20).waitFor();
        },
      ],
    ]);
    expect(tooSlow(took)).toEqual([]);
    expect(tripsToLanding(took)).toBeLessThanOrEqual(5);
  });

  it('shows the head of the unit, an appraiser and the ministry what waits for them', {
    timeout: 300_000,
  }, async () => {
    const head = { role: 'certifier', unit: of.unit_id } as const;
    const queue = at('tham-dinh', 'don-vi', of.unit_id);
    const ministry = await measure('publisher', 'publisher', link(/Quý III/), [
      ['the board', openAt(at('ky'), (page) => page.getByRole('link', { name: 'Cao Bằng' }).first().waitFor())],
    ]);
    expect(tripsToLanding(ministry)).toBeLessThanOrEqual(4);
    const took = [
      ...ministry,
      ...(await measure('head', head, link('Xem và xác nhận'), [])),
      ...(await measure('appraiser', 'appraiser', link(/Quý III/), [
        ['a unit’s rows', openAt(queue, (page) => page.getByRole('button', { name: /Giữ/ }).first().waitFor())],
      ])),
    ];
    expect(tooSlow(took)).toEqual([]);
    expect(tripsToLanding(took)).toBeLessThanOrEqual(5);
  });
});
