import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import packageJson from '../../package.json' with { type: 'json' };
import type { SiteExtent } from '../../shared/site/page-list.ts';
import {
  type FunctionSpec,
  functions as functionSpecs,
  type QueueSpec,
  queues as queueSpecs,
  workflows as workflowSpecs,
} from '../topology.ts';
import type { AthenaOptions } from './athena/start-athena.ts';
import { DiskFull, type Report, tellDiskFull } from './disk-full.ts';
import { type Closers, startEngines } from './engines.ts';
import { applyEnvironment, commonEnvironment } from './environment.ts';
import { openExecutionFiles } from './execution-files.ts';
import { type Functions, type HandlerLoader, handlersFrom, startFunctions } from './functions.ts';
import { startGateway } from './gateway.ts';
import { checkPorts } from './listen.ts';
import { matchesSource, toObjectCreatedEvent } from './object-events.ts';
import { openPortal, type PortalPorts, portalSettings } from './portal.ts';
import { openPublicSite, siteSettings } from './public-site.ts';
import { QueueRunner } from './queue.ts';
import { makeReleaseKey } from './release-key.ts';
import type { ObjectCreated } from './s3/s3-context.ts';
import { type Schedules, startSchedules } from './schedules.ts';
import { openSignIn, type SignIn } from './sign-in/sign-in.ts';
import { lockState } from './state-lock.ts';
import { loadWorkflow } from './workflow-definition.ts';
import { startWorkflows, type WorkflowOptions } from './workflows.ts';

const executionsFolder = 'executions';
const root = fileURLToPath(new URL('../..', import.meta.url));

export interface PipelineOptions {
  /** Everything kept between starts; one process at a time. */
  stateDirectory: string;
  /** Of the gateway; 0, the default, takes a free one. */
  port?: number;
  /** Key that signs the identity of forms. */
  signingKey: Uint8Array;
  /** Address of the key that signs releases; by default one that lies with the state. */
  releaseKey?: string;
  /** The portal and the pages of its sign-in, each on an origin of its own; without it there are neither. 0: a free port. */
  portal?: PortalPorts;
  /** Which pages a release gets; all of them unless it is made for its files alone. */
  pages?: SiteExtent;
  /** Test seam: told of each workflow state as it begins and ends. */
  onState?: WorkflowOptions['onState'];
  /** Test seam: changes what the query engine answers. */
  tamperAthena?: AthenaOptions['tamper'];
  /** Test seam: writes to S3 raise no event, as when EventBridge is down. */
  dropEvents?: boolean;
  /** Test seam: where handlers come from; the checkout's `functions/` by default. */
  loadHandler?: HandlerLoader;
}

export interface Pipeline {
  /** Of the gateway: pages, `/v1/*` and `/dev/*`. */
  url: string;
  /** Null: it was not asked for. */
  portalUrl: string | null;
  s3Url: string;
  issueToken: SignIn['issueToken'];
  /** Resolves when no queue holds a message due and no execution runs. */
  settled(): Promise<void>;
  /** Calls a function that a schedule calls, for a moment, due or not. */
  runSchedule: Schedules['run'];
  /** Moves a queue's dead messages back; answers how many. */
  redrive(queue: string): Promise<number>;
  /** Rejects when the disk is full: nothing more can be kept, so that whoever waits for anything should stop waiting. */
  failed: Promise<never>;
  close(): Promise<void>;
}

let isOpen = false;

/**
 * The second composition root: the topology's functions on embedded engines. One at a time in a process: functions find
 * their engines by `process.env`.
 * @throws StateInUse, StateBroken, PortInUse, DiskFull
 */
export async function startPipeline(options: PipelineOptions): Promise<Pipeline> {
  if (isOpen) throw new Error('this process has a pipeline open; close it first');
  isOpen = true;
  const release = () => {
    isOpen = false;
  };
  const closers: Closers = [release];
  const close = async () => {
    for (let end = closers.pop(); end; end = closers.pop()) await end();
  };
  const { failed, report } = watchDisk();
  try {
    return { ...(await boot({ ...options, report }, closers)), failed, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Faults of the engines go to the console, but for the one that ends the process, told once by who ends it. */
function watchDisk(): { failed: Promise<never>; report: Report } {
  const { promise, reject } = Promise.withResolvers<never>();
  promise.catch(() => {});
  const report: Report = (error) => {
    const told = tellDiskFull(error);
    if (told instanceof DiskFull) reject(told);
    else console.error(error);
  };
  return { failed: promise, report };
}

type BootOptions = PipelineOptions & { report: Report };

async function boot(options: BootOptions, closers: Closers): Promise<Omit<Pipeline, 'close' | 'failed'>> {
  const { stateDirectory: state, loadHandler = handlersFrom(root) } = options;
  closers.push(await lockState(state));
  await checkPorts([options.port, options.portal?.port, options.portal?.signInPort].map((port) => port ?? 0));
  // Queues and workflows stand before the functions they call, whose environment names the engines.
  let functions: Functions | undefined;
  const invoke: Functions['invoke'] = (name, event) => functions!.invoke(name, event);
  const queues = openQueues(options, invoke);
  // What is broken is named before anything is opened that writes.
  for (const queue of queues.values()) await queue.check();
  await openExecutionFiles(join(state, executionsFolder));
  const signIn = await openSignIn(join(state, 'sign-in'));
  const portal = options.portal && (await openPortal(options.portal, { invoke, signIn, state }, closers));
  const route = options.dropEvents ? async () => {} : (object: ObjectCreated) => routeObject(queues, object);
  const engines = await startEngines({ ...options, onObjectCreated: route, portalOrigin: portal?.url }, closers);
  // Handlers at work when all is closed still need their environment, and no further workflow state may call one.
  let restoreEnvironment = () => {};
  closers.push(() => restoreEnvironment());
  closers.push(() => functions?.idle());
  const workflows = await openWorkflows(options, invoke);
  closers.push(() => workflows.close());
  const endpoints = { ...engines.endpoints, sfn: workflows.url };
  restoreEnvironment = applyEnvironment(commonEnvironment(endpoints, packageJson.version));
  const site = openPublicSite(endpoints.s3);
  closers.push(() => site.close());
  const gateway = await startGateway({ port: options.port, specs: functionSpecs, invoke, site, signIn });
  closers.push(() => gateway.close());
  const settings = {
    ...portalSettings(portal, endpoints.s3),
    ...(await siteSettings(gateway.url, options)),
    RELEASE_KEY: options.releaseKey ?? (await makeReleaseKey(state)),
  };
  functions = await startFunctions(functionSpecs.map(patiently), loadHandler, settings);
  for (const queue of queues.values()) {
    await queue.start();
    closers.push(() => queue.stop());
  }
  workflows.recover();
  const send = (queue: string, body: string) => findQueue(queues, queue).send(body);
  const schedules = startSchedules({ specs: functionSpecs, invoke, queues: queueSpecs, send, report: options.report });
  closers.push(() => schedules.stop());
  return {
    url: gateway.url,
    portalUrl: portal?.url ?? null,
    s3Url: endpoints.s3,
    issueToken: signIn.issueToken,
    async settled() {
      await Promise.all([...queues.values()].map((queue) => queue.idle()));
      await workflows.idle();
    },
    runSchedule: schedules.run,
    redrive: (queue) => findQueue(queues, queue).redrive(),
  };
}

type Queues = Map<string, QueueRunner>;

function openQueues({ stateDirectory: state, report }: BootOptions, invoke: Functions['invoke']): Queues {
  const open = (spec: QueueSpec) => {
    const consumer = functionSpecs.find(({ trigger }) => trigger.kind === 'queue' && trigger.queue === spec.queue);
    if (!consumer) throw new Error(`no function takes from queue ${spec.queue}`);
    return new QueueRunner({
      spec,
      directory: join(state, 'queues'),
      deliver: (event) => invoke(consumer.name, event),
      report,
    });
  };
  return new Map(queueSpecs.map((spec) => [spec.queue, open(spec)]));
}

function findQueue(queues: Queues, name: string): QueueRunner {
  const queue = queues.get(name);
  if (!queue) throw new Error(`no queue named ${name}; there are: ${[...queues.keys()].join(', ')}`);
  return queue;
}

async function routeObject(queues: Queues, object: ObjectCreated): Promise<void> {
  const body = JSON.stringify(toObjectCreatedEvent(object));
  const matching = queueSpecs.filter((spec) => matchesSource(spec, object));
  await Promise.all(matching.map((spec) => findQueue(queues, spec.queue).send(body)));
}

async function openWorkflows({ stateDirectory, onState, report }: BootOptions, invoke: Functions['invoke']) {
  const loaded = workflowSpecs.map(
    async ({ workflow, file }) => [workflow, await loadWorkflow(join(root, file))] as const,
  );
  const workflows = new Map(await Promise.all(loaded));
  return startWorkflows({ workflows, directory: join(stateDirectory, executionsFolder), invoke, onState, report });
}

/** Here one processor does the work of the stores and of the query engine too, beside whatever else the machine runs. */
const patience = 4;
const patiently = (spec: FunctionSpec): FunctionSpec => ({ ...spec, timeoutSeconds: spec.timeoutSeconds * patience });
