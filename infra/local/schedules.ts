import type { FunctionSpec, QueueSpec } from '../topology.ts';
import type { Report } from './disk-full.ts';
import type { Functions } from './functions.ts';

export interface ScheduleOptions {
  specs: FunctionSpec[];
  invoke: Functions['invoke'];
  /** Queues, of which some are fed once a day. */
  queues?: readonly QueueSpec[];
  send?: (queue: string, body: string) => Promise<void>;
  report: Report;
  /** The clock; the machine's by default. */
  now?: () => Date;
  /** How often the clock is looked at. */
  everyMs?: number;
}

export interface Schedules {
  /** Calls what fell due since it was last looked at; the timer does it by itself. */
  look(): Promise<void>;
  /** Calls a function of the schedule for a moment, due or not. */
  run(name: string, at: Date): Promise<unknown>;
  stop(): Promise<void>;
}

type Scheduled = FunctionSpec & { trigger: { kind: 'schedule' } };

const isScheduled = (spec: FunctionSpec): spec is Scheduled => spec.trigger.kind === 'schedule';

/**
 * A stand-in for EventBridge Scheduler. The clock is looked at rather than waited for: a laptop that slept over a
 * moment does its work on waking. A pipeline that did not run then makes up for nothing, as a new deployment does not.
 */
export function startSchedules({
  specs,
  invoke,
  queues = [],
  send = async () => {},
  report,
  now = () => new Date(),
  everyMs = 30_000,
}: ScheduleOptions): Schedules {
  const scheduled = specs.filter(isScheduled);
  let seen = now();
  let underWay: Promise<unknown> = Promise.resolve();
  const run = (name: string, at: Date) => invoke(name, { scheduled_at: at.toISOString() });
  const look = async () => {
    const [since, until] = [seen, now()];
    seen = until;
    for (const { name, trigger } of scheduled) {
      const due = lastMoment(trigger.at, until);
      if (due > since) await run(name, due).catch(report);
    }
    for (const { name } of specs.filter(({ everyMinute }) => everyMinute)) await run(name, until).catch(report);
    for (const { queue, dailyAt } of queues) {
      const due = dailyAt && lastMoment(dailyAt, until);
      if (due && due > since) await send(queue, JSON.stringify({ scheduled_at: due.toISOString() })).catch(report);
    }
  };
  const timer = setInterval(() => {
    underWay = underWay.then(look);
  }, everyMs);
  timer.unref();
  return {
    look,
    async run(name, at) {
      if (!specs.some((spec) => spec.name === name && (isScheduled(spec) || spec.everyMinute)))
        throw new Error(`${name} has no time in infra/topology.ts`);
      return run(name, at);
    },
    async stop() {
      clearInterval(timer);
      await underWay;
    },
  };
}

/** The last time at or before `now` that the clock in Vietnam, seven hours ahead, showed `at`. */
export function lastMoment(at: string, now: Date): Date {
  const ahead = 7 * 3_600_000;
  const today = new Date(now.getTime() + ahead).toISOString().slice(0, 10);
  const moment = Date.parse(`${today}T${at}:00.000Z`) - ahead;
  return new Date(moment <= now.getTime() ? moment : moment - 86_400_000);
}
