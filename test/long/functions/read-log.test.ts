import { describe, expect, it } from 'vitest';
import { logCsv } from '../../../functions/read-log/log-csv.ts';
import type { LogLine } from '../../../functions/read-log/log-line.ts';
import { logPage } from '../../../functions/read-log/log-page.ts';
import { type ReadLogInput, readLog } from '../../../functions/read-log/read-log.ts';
import { erasePerson, personOf } from '../../../shared/identity/people.ts';
import { unitChain } from '../../../shared/ledger/chain.ts';
import { hashOf } from '../../../shared/ledger/entry.ts';
import { readChain } from '../../../shared/ledger/ledger.ts';
import { callerWith } from '../../support/callers.ts';
import { undescribed } from '../../support/described-answers.ts';
import { openEngines } from '../../support/engines.ts';
import { openRound } from '../../support/released-round.ts';
import { framework } from '../../support/round-workbooks.ts';

const [hanoi, hue] = ['P01-2025', 'P46-2025'] as const;

async function open() {
  const engines = await openEngines();
  const round = await openRound(engines);
  await round.receive(hanoi);
  await round.receive(hue, { accepted: false });
  await round.receive(hue);
  await round.appraise(hue, { security: '40' }, 'ministry-appraiser');
  await round.close();
  await round.run();
  const log = (changes: Parameters<typeof callerWith>[0] = {}, asked: Partial<ReadLogInput> = {}) =>
    readLog({ ...round.of, ...asked }, callerWith(changes), engines);
  return { engines, round, log };
}

const officer = { role: 'officer', unit_id: hue } as const;
const kinds = (lines: { kind: string }[]) => lines.map(({ kind }) => kind);

describe('readLog', () => {
  it('tells the ministry who did what when, of the period and all units, the last first', async () => {
    const { log } = await open();
    const lines = await log();
    expect(kinds(lines)).toEqual(['run-started', 'closed', 'decision', 'received', 'received', 'received', 'opened']);
    expect([...lines].sort((a, b) => (a.at < b.at ? 1 : -1))).toEqual(lines);
    expect(lines[0]).toMatchObject({ unit_id: null, role: 'publisher', outcome: 'ready' });
    expect(lines[3]).toMatchObject({ unit_id: hue, unit_name_vi: 'Huế', answer: { accepted: true, errors: 0 } });
    expect(lines[4]).toMatchObject({ unit_id: hue, answer: { accepted: false, errors: 1 } });
  });

  it('names each entry by its number and hash, as the chain has them', async () => {
    const { engines, round, log } = await open();
    const chain = await readChain(engines.ledger, unitChain({ ...round.of, unit_id: hue }));
    const lines = await log({ role: 'operator' }, { unit_id: hue });
    expect(lines.map(({ number, sha256 }) => [number, sha256]).reverse()).toEqual(
      chain.map((entry) => [entry.number, hashOf(entry)]),
    );
  });

  it('tells operators what the pipeline did by itself, and nobody else', async () => {
    const { log } = await open();
    const systems = (lines: { role: string }[]) => lines.filter(({ role }) => role === 'system').length;
    expect(systems(await log({ role: 'operator' }))).toBe(4);
    for (const role of ['publisher', 'appraiser'] as const) expect(systems(await log({ role }))).toBe(0);
    expect(systems(await log(officer))).toBe(0);
  });

  it('tells a unit its own chain, and no person of the ministry', async () => {
    const { log } = await open();
    const lines = await log(officer);
    expect(kinds(lines)).toEqual(['decision', 'received', 'received']);
    expect(new Set(lines.map(({ unit_id }) => unit_id))).toEqual(new Set([hue]));
    expect(lines[0]).toMatchObject({ role: 'appraiser', subject: null });
    expect(lines[1]?.subject).toMatch(/^p-/);
    await expect(log(officer, { unit_id: hanoi })).rejects.toMatchObject({ status: 403, code: 'foreign-unit' });
    await expect(log({}, { unit_id: 'P99' })).rejects.toMatchObject({ status: 404, code: 'unit-unknown' });
  });

  it('finds by kind, person and day in Vietnam', async () => {
    const { log } = await open();
    const [started] = await log();
    expect(kinds(await log({}, { kind: 'decision' }))).toEqual(['decision']);
    expect(kinds(await log({}, { subject: started!.subject! }))).toEqual(['run-started']);
    expect(await log({}, { from: '2099-10-06' })).toEqual([]);
    expect(await log({}, { from: '2099-10-05', to: '2099-10-05' })).toHaveLength(7);
    expect(await log({}, { to: '2099-10-04' })).toEqual([]);
  });
});

describe('logPage', () => {
  it('goes on where the page before ended, whatever was entered meanwhile', async () => {
    const { engines, round, log } = await open();
    const lines = await log();
    const many = Array.from({ length: 30 }, (_, n) =>
      lines.map((line) => ({ ...line, unit_id: `U${100 - n}` })),
    ).flat();
    const sorted = many.sort((a, b) => (`${a.at}#${a.unit_id}` < `${b.at}#${b.unit_id}` ? 1 : -1));
    const page = (lines: LogLine[], cursor?: string | undefined) =>
      logPage(
        { ...round.of, lines, cursor },
        { caller: callerWith(), framework: async () => framework, table: engines.table },
      );
    const first = await page(sorted);
    expect(first.entries).toHaveLength(200);
    const newer = { ...lines[0]!, at: '2100-01-01T00:00:00.000Z' };
    const second = await page([newer, ...sorted], first.next!);
    expect([...first.entries, ...second.entries]).toEqual(sorted);
    expect(second.next).toBeNull();
    const whole = await page(lines);
    const { name_vi, name_en } = framework.indicators.find(({ indicator }) => indicator === 'security')!;
    expect(whole.indicators).toEqual({ security: { name_vi, name_en } });
    expect(undescribed(whole, 'LogPage')).toEqual([]);
    const unnamed = { ...round.of, lines: lines.filter(({ kind }) => kind !== 'decision'), cursor: undefined };
    const gone = () => Promise.reject(new Error('no framework is needed'));
    expect(
      (await logPage(unnamed, { caller: callerWith(), framework: gone, table: engines.table })).indicators,
    ).toEqual({});
  });
});

describe('names in a page of the log', () => {
  it('are told to the ministry, as the sign-in has them, and to no unit', async () => {
    const { engines, round, log } = await open();
    const signIn = { issuer: 'https://sign-in.invalid', subject: 'an', name: 'Đỗ Thị An' };
    const subject = await personOf(engines.table, signIn);
    const lines = (await log()).map((line) => ({ ...line, subject }));
    const page = (caller: Parameters<typeof callerWith>[0]) =>
      logPage(
        { ...round.of, lines, cursor: undefined },
        { caller: callerWith(caller), framework: async () => framework, table: engines.table },
      );
    for (const role of ['appraiser', 'publisher', 'operator'] as const)
      expect((await page({ role })).names).toEqual({ [subject]: 'Đỗ Thị An' });
    for (const role of ['officer', 'certifier'] as const) expect((await page({ ...officer, role })).names).toEqual({});
    await erasePerson(engines.table, subject);
    expect((await page({})).names).toEqual({});
  });
});

describe('logCsv', () => {
  it('holds a row for each entry, and nothing that a spreadsheet would run', async () => {
    const { log } = await open();
    const lines = await log();
    const text = logCsv([{ ...lines[0]!, unit_name_vi: '=1+1' }, ...lines.slice(1)]);
    const rows = text.split('\r\n');
    expect(rows[0]).toBe('\uFEFFat,unit_id,unit_name_vi,number,kind,subject,role,about,sha256');
    expect(rows.filter((row) => row !== '')).toHaveLength(1 + lines.length);
    expect(rows[1]).toContain(",'=1+1,");
  });

  it('refuses a log that is too long for one answer, and says what to ask for', async () => {
    const { log } = await open();
    const lines = await log();
    expect(() => logCsv(lines, 100)).toThrow(expect.objectContaining({ status: 413, code: 'log-too-long' }));
  });
});
