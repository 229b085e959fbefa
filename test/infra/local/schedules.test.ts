import { describe, expect, it } from 'vitest';
import { lastMoment, startSchedules } from '../../../infra/local/schedules.ts';
import type { FunctionSpec } from '../../../infra/topology.ts';

const specs: FunctionSpec[] = [
  { name: 'remind', memoryMb: 128, timeoutSeconds: 3, trigger: { kind: 'schedule', at: '08:00' }, uses: {} },
  { name: 'answer', memoryMb: 128, timeoutSeconds: 3, trigger: { kind: 'http', routes: [] }, uses: {} },
];

function open(startedAt: string) {
  let time = startedAt;
  const calls: unknown[] = [];
  const invoke = async (name: string, event: unknown) => void calls.push([name, event]);
  const schedules = startSchedules({ specs, invoke, report: () => {}, now: () => new Date(time) });
  const at = async (next: string) => {
    time = next;
    await schedules.look();
  };
  return { calls, at, schedules };
}

describe('startSchedules', () => {
  it('calls at eight in Vietnam, once, for that very moment, however late the clock was looked at', async () => {
    const { calls, at, schedules } = open('2026-10-08T20:00:00.000Z');
    await at('2026-10-09T00:59:59.000Z');
    expect(calls).toEqual([]);
    await at('2026-10-09T03:30:00.000Z');
    await at('2026-10-09T03:31:00.000Z');
    expect(calls).toEqual([['remind', { scheduled_at: '2026-10-09T01:00:00.000Z' }]]);
    await schedules.stop();
  });

  it('makes up for nothing that fell due before it was started', async () => {
    const { calls, at, schedules } = open('2026-10-09T02:00:00.000Z');
    await at('2026-10-09T02:10:00.000Z');
    expect(calls).toEqual([]);
    await schedules.stop();
  });

  it('calls for any moment when told to, and only what has a time', async () => {
    const { calls, schedules } = open('2026-10-09T02:00:00.000Z');
    await schedules.run('remind', new Date('2026-10-12T01:00:00.000Z'));
    expect(calls).toEqual([['remind', { scheduled_at: '2026-10-12T01:00:00.000Z' }]]);
    await expect(schedules.run('answer', new Date())).rejects.toThrow('answer has no time');
    await schedules.stop();
  });

  it.each([
    ['2026-10-09T00:59:59.999Z', '2026-10-08T01:00:00.000Z'],
    ['2026-10-09T01:00:00.000Z', '2026-10-09T01:00:00.000Z'],
    ['2026-10-09T18:00:00.000Z', '2026-10-09T01:00:00.000Z'],
  ])('of %s the last eight o’clock is %s', (now, expected) => {
    expect(lastMoment('08:00', new Date(now)).toISOString()).toBe(expected);
  });
});
