import type { CDPSession, Page } from 'playwright-core';

/** An old laptop on slow 3G, as Chromium's own tools have them. */
export const slow = { latencyMs: 400, bytesPerSecond: 50_000, cpu: 6 } as const;

/** So far away that requests which do not wait for each other always overlap, however busy the machine is. */
export const farAway = { latencyMs: 1500, bytesPerSecond: -1, cpu: 1 } as const;

export interface Network {
  latencyMs: number;
  /** -1: as many as there are. */
  bytesPerSecond: number;
  /** How many times slower the page's processor is. */
  cpu: number;
}

export interface Walked {
  /** Requests that waited for each other: the longest chain of them. */
  trips: number;
  /** What came over the wire, with headers. */
  bytes: number;
  /** Processor seconds of the page's main thread; what others on this machine do is not in it. */
  busySeconds: number;
  /** By the clock, from the press of a button or the first request to the last change of the page that was waited for. */
  seconds: number;
}

/** What a step would take on {@link slow} by what it was seen to need: no clock in it, so that a busy machine may check it. */
export const secondsOnSlow = ({ trips, bytes, busySeconds }: Walked): number =>
  (trips * slow.latencyMs) / 1000 + bytes / slow.bytesPerSecond + busySeconds * slow.cpu;

interface Request {
  /** Milliseconds since 1970. */
  sentAt: number;
  from: number;
  to: number;
  bytes: number;
}

/** A tab whose network is as slow as it is told to be, and which says what each step on it took. */
export async function slowTab(page: Page) {
  const tab = await page.context().newCDPSession(page);
  await tab.send('Network.enable');
  // Seconds of the thread, not of the clock.
  await tab.send('Performance.enable', { timeDomain: 'threadTicks' });
  const requests = listen(tab);
  const seen = await watch(page);
  return async (network: Network, step: () => Promise<unknown>): Promise<Walked> => {
    await slowDown(tab, network);
    requests.clear();
    seen.pressedAt = Number.POSITIVE_INFINITY;
    const busy = await busySeconds(tab);
    await step();
    const [changedAt, busyNow] = [await seen.changedAt(), await busySeconds(tab)];
    const began = Math.min(seen.pressedAt, ...[...requests.values()].map(({ sentAt }) => sentAt));
    const answered = [...requests.values()].filter(({ bytes }) => bytes > 0);
    await slowDown(tab, { latencyMs: 0, bytesPerSecond: -1, cpu: 1 });
    return {
      trips: longestChain(answered),
      bytes: answered.reduce((sum, { bytes }) => sum + bytes, 0),
      // Another document may stand in a process of its own, which counts anew.
      busySeconds: busyNow < busy ? busyNow : busyNow - busy,
      seconds: (changedAt - began) / 1000,
    };
  };
}

/**
 * When a button was pressed and when a page last changed, as the page itself saw it: before a press, the driver of the
 * browser waits for the button to stand still, which on a slowed processor is seconds that no person waits.
 */
async function watch(page: Page) {
  const seen = { pressedAt: Number.POSITIVE_INFINITY, changedAt: () => page.evaluate<number>('changedAt') };
  await page.exposeBinding('pressed', (_, at: number) => {
    seen.pressedAt = Math.min(seen.pressedAt, at);
  });
  await page.addInitScript(`
    globalThis.changedAt = Date.now();
    addEventListener('pointerdown', () => pressed(Date.now()), true);
    new MutationObserver(() => requestAnimationFrame(() => { globalThis.changedAt = Date.now(); }))
      .observe(document, { subtree: true, childList: true, characterData: true });`);
  return seen;
}

async function slowDown(tab: CDPSession, { latencyMs: latency, bytesPerSecond, cpu }: Network): Promise<void> {
  const throughput = { downloadThroughput: bytesPerSecond, uploadThroughput: bytesPerSecond };
  await tab.send('Network.emulateNetworkConditions', { offline: false, latency, ...throughput });
  await tab.send('Emulation.setCPUThrottlingRate', { rate: cpu });
}

function listen(tab: CDPSession): Map<string, Request> {
  const requests = new Map<string, Request>();
  tab.on('Network.requestWillBeSent', ({ requestId, timestamp, wallTime, redirectResponse }) => {
    const before = requests.get(requestId);
    // A redirect goes on under the same number.
    if (before && redirectResponse)
      requests.set(`${requestId} ${requests.size}`, {
        ...before,
        to: timestamp,
        bytes: redirectResponse.encodedDataLength,
      });
    requests.set(requestId, { sentAt: wallTime * 1000, from: timestamp, to: Number.POSITIVE_INFINITY, bytes: 0 });
  });
  tab.on('Network.loadingFinished', ({ requestId, timestamp, encodedDataLength }) => {
    const request = requests.get(requestId);
    if (request) Object.assign(request, { to: timestamp, bytes: encodedDataLength });
  });
  return requests;
}

/** A request follows those whose answer was there before it was sent. */
function longestChain(requests: Request[]): number {
  const chains: { to: number; length: number }[] = [];
  for (const { from, to } of [...requests].sort((a, b) => a.from - b.from)) {
    const before = chains.filter((chain) => chain.to <= from).map(({ length }) => length);
    chains.push({ to, length: 1 + Math.max(0, ...before) });
  }
  return Math.max(0, ...chains.map(({ length }) => length));
}

async function busySeconds(tab: CDPSession): Promise<number> {
  const { metrics } = await tab.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0;
}
