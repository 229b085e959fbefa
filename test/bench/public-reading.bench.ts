import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { connect } from 'node:net';
import { availableParallelism } from 'node:os';

/**
 * What reading costs, one JSON line per figure: the current scoreboard, a file of a release and a page, each 100,000 times on
 * one core, against a bare `node:http` that answers the same bytes. Server and reader are processes of their own; the ratio is
 * of processor time of the server, which other work on the machine does not change. `tsx test/bench/public-reading.bench.ts`
 */
const requests = Number(process.env.REQUESTS ?? 100_000);
const connections = 32;
const print = (figure: object): void => console.log(JSON.stringify(figure));

interface Usage {
  cpuMs: number;
  heapBytes: number;
}

const paths = {
  scoreboard: { path: '/v1/scoreboard/province34/2024', goal: 0.5 },
  file: { path: '/releases/dti/province34/2024/r1/scoreboard.json', goal: 0.7 },
  page: { path: '/', goal: 0.7 },
};

/** In the child: the pipeline with a release in it, or the bare server; says where, and what it has used when asked. */
async function serve(what: string): Promise<void> {
  const url = what === 'pipeline' ? await servePipeline() : await serveBare();
  process.on('message', () => {
    (globalThis as { gc?: () => void }).gc?.();
    const { user, system } = process.cpuUsage();
    process.send!({ cpuMs: (user + system) / 1000, heapBytes: process.memoryUsage().heapUsed } satisfies Usage);
  });
  process.send!({ url });
}

async function servePipeline(): Promise<string> {
  const { mkdtemp } = await import('node:fs/promises');
  const { tmpdir } = await import('node:os');
  const { startPipeline } = await import('../../infra/local/pipeline.ts');
  const { layRelease, publicHandlers } = await import('../support/laid-release.ts');
  const { signingKey } = await import('../support/forms.ts');
  const stateDirectory = await mkdtemp(`${tmpdir()}/reading-bench-`);
  const pipeline = await startPipeline({ stateDirectory, signingKey, loadHandler: publicHandlers, pages: 'rankings' });
  await layRelease();
  await putRealPage();
  return pipeline.url;
}

/** The ranking of 2024 as it is published: what most readers ask for. */
async function putRealPage(): Promise<void> {
  const { localNames } = await import('../../infra/local/names.ts');
  const { connectBuckets, putObject } = await import('../../shared/lake/objects.ts');
  const { inputFilesOf } = await import('../../shared/release/frozen-inputs.ts');
  const { readGolden } = await import('../support/golden.ts');
  const { drawnPages, filesOver, siteOver } = await import('../support/walk/drawn-release.ts');
  const bare = async () => new Map([['ranking.xlsx', new Uint8Array(20_000)]]);
  const site = await siteOver(await filesOver('dti/province34/2024/r1', inputFilesOf(await readGolden()), bare));
  const { html } = drawnPages(site, '/', 'rankings')[0]!;
  const { bucket } = connectBuckets({ bucket: localNames.PUBLIC_BUCKET });
  await putObject(bucket, 'index.html', html, {
    contentType: 'text/html; charset=utf-8',
    cacheControl: 'public, max-age=60',
  });
  bucket.client.destroy();
}

/** Answers every request with what it was handed by `PUT`: the same bytes as ours, and no more work than that. */
async function serveBare(): Promise<string> {
  let body = Buffer.alloc(0);
  let headers: Record<string, string> = {};
  const server = createServer(async (incoming, response) => {
    if (incoming.method === 'PUT') {
      body = Buffer.concat(await incoming.toArray());
      const { 'content-type': type = '', 'content-encoding': encoding = '' } = incoming.headers;
      headers = { 'content-type': type, 'content-encoding': encoding, 'content-length': String(body.length) };
      response.end();
      return;
    }
    response.writeHead(200, headers);
    response.end(body);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as { port: number }).port}`;
}

/** On one core of its own where the machine has two and can say so. */
function start(what: string): ChildProcess {
  const node = [process.execPath, '--expose-gc', '--import', 'tsx', import.meta.filename, what];
  const canPin = availableParallelism() > 1 && spawnSync('taskset', ['-c', '0', 'true']).status === 0;
  const [command = '', ...args] = canPin ? ['taskset', '-c', '0', ...node] : node;
  const child = spawn(command, args, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  // Without it nothing would ever be answered.
  child.on('exit', (code) => code && process.exit(code));
  return child;
}

async function ask<T>(child: ChildProcess): Promise<T> {
  child.send('usage');
  const [usage] = await once(child, 'message');
  return usage as T;
}

/** Each connection asks again as soon as it is answered. */
async function load(url: string, path: string, count: number): Promise<Float64Array> {
  const { hostname, port } = new URL(url);
  const head = `GET ${path} HTTP/1.1\r\nHost: ${hostname}:${port}\r\nAccept-Encoding: gzip, br\r\n\r\n`;
  const times = new Float64Array(count);
  let [asked, answered] = [0, 0];
  await Promise.all(
    Array.from({ length: connections }, async () => {
      const socket = connect(Number(port), hostname);
      await once(socket, 'connect');
      const next = () => {
        if (asked >= count) return socket.end();
        asked++;
        began = performance.now();
        missing = -1;
        socket.write(head);
      };
      let [began, missing] = [0, -1];
      socket.on('data', (chunk) => {
        missing = missing < 0 ? wanted(chunk) - chunk.length : missing - chunk.length;
        if (missing > 0) return;
        times[answered++] = performance.now() - began;
        next();
      });
      next();
      await once(socket, 'close');
    }),
  );
  return times.sort();
}

/** Bytes of the whole answer that begins with this chunk; its head fits into one. */
function wanted(chunk: Buffer): number {
  const end = chunk.indexOf('\r\n\r\n');
  const head = chunk.toString('latin1', 0, end);
  if (!head.startsWith('HTTP/1.1 200')) throw new Error(head.slice(0, 100));
  return end + 4 + Number(/content-length: (\d+)/i.exec(head)![1]);
}

async function measure(server: string, child: ChildProcess, url: string, path: string) {
  await load(url, path, Math.ceil(requests / 20));
  const before = await ask<Usage>(child);
  const began = performance.now();
  const times = await load(url, path, requests);
  const seconds = (performance.now() - began) / 1000;
  const after = await ask<Usage>(child);
  const cpuMs = after.cpuMs - before.cpuMs;
  return {
    server,
    per_second: Math.round(requests / seconds),
    per_cpu_second: Math.round((requests / cpuMs) * 1000),
    p99_ms: Number(times[Math.floor(requests * 0.99)]!.toFixed(2)),
    heap_mb: Number((after.heapBytes / 1e6).toFixed(1)),
    heap_grown_mb: Number(((after.heapBytes - before.heapBytes) / 1e6).toFixed(1)),
  };
}

async function run(): Promise<void> {
  const children = [start('pipeline'), start('bare')];
  try {
    const urls = await Promise.all(
      children.map(async (child) => ((await once(child, 'message'))[0] as { url: string }).url),
    );
    const [ours = '', bare = ''] = urls;
    for (const [figure, { path, goal }] of Object.entries(paths)) {
      const bytes = await handOver(`${ours}${path}`, bare);
      const [plain, own] = [
        await measure('bare', children[1]!, bare, '/'),
        await measure('pipeline', children[0]!, ours, path),
      ];
      for (const one of [plain, own]) print({ figure, path, requests, bytes, ...one });
      const ratio = own.per_cpu_second / plain.per_cpu_second;
      print({ figure, ratio: Number(ratio.toFixed(2)), of: 'processor time', goal, reached: ratio >= goal });
    }
  } finally {
    for (const child of children) child.kill();
  }
}

/** Gives the bare server what ours answers, compressed as it is. */
async function handOver(url: string, bare: string): Promise<number> {
  const { get, request } = await import('node:http');
  const asked = get(url, { headers: { 'accept-encoding': 'gzip, br' } });
  const [answer] = (await once(asked, 'response')) as [import('node:http').IncomingMessage];
  const body = Buffer.concat(await answer.toArray());
  const { 'content-type': type = '', 'content-encoding': encoding = '' } = answer.headers;
  const put = request(bare, { method: 'PUT', headers: { 'content-type': type, 'content-encoding': encoding } });
  put.end(body);
  const [taken] = (await once(put, 'response')) as [import('node:http').IncomingMessage];
  taken.resume();
  return body.length;
}

const [what] = process.argv.slice(2);
await (what === 'pipeline' || what === 'bare' ? serve(what) : run());
