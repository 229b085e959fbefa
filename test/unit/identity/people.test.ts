import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import { sha256Of } from '../../../shared/digest/canonical-json.ts';
import {
  erasePerson,
  linkSignIns,
  namesOf,
  personOf,
  readPerson,
  rootOf,
  type SignIn,
} from '../../../shared/identity/people.ts';
import { getItem, putItemOnce, type ScoreTable } from '../../../shared/score-store/score-table.ts';
import { openScoreTable } from '../../support/score-table.ts';

const issuer = 'https://sign-in.invalid';
const of = (subject: string, from = issuer): SignIn => ({ issuer: from, subject });
const [an, binh, chi] = [of('an'), of('binh'), of('chi')] as const;

/** The same table as another process sees it, which has met nobody yet. */
const elsewhere = (table: ScoreTable): ScoreTable => ({ ...table });

describe('personOf', () => {
  it('gives an opaque id that stays, in this process and the next', async () => {
    const table = await openScoreTable();
    const id = await personOf(table, an);
    expect(id).toMatch(/^p-[0-9a-f]{8}-[0-9a-f-]{27}$/);
    expect(await personOf(table, an)).toBe(id);
    expect(await personOf(elsewhere(table), an)).toBe(id);
  });

  it('knows a person in every spelling, and keeps the first', async () => {
    const table = await openScoreTable();
    const id = await personOf(table, of('RUNNER'));
    for (const spelling of ['runner ', 'run\u200bner']) expect(await personOf(table, of(spelling))).toBe(id);
    expect(await readPerson(table, id)).toEqual({ issuer, subject: 'RUNNER' });
  });

  it('keeps what the sign-in calls a person, as it does last, and nothing of whom was erased', async () => {
    const table = await openScoreTable();
    const id = await personOf(table, an);
    expect(await namesOf(table, [id])).toEqual({});
    for (const name of ['An', 'Đỗ Thị An', 'Đỗ Thị An'])
      expect(await personOf(elsewhere(table), { ...an, name })).toBe(id);
    await personOf(elsewhere(table), { ...an, name: null });
    expect(await namesOf(table, [id, id, null, 'system', 'p-nobody'])).toEqual({ [id]: 'Đỗ Thị An' });
    await erasePerson(table, id);
    await personOf(elsewhere(table), { ...an, name: 'Đỗ Thị An' });
    expect(await namesOf(table, [id])).toEqual({});
    expect(await readPerson(table, id)).toEqual({ erased: true });
  });

  it('keeps no name that shows as nothing, nor half a letter at its end', async () => {
    const table = await openScoreTable();
    const [blank, long] = [
      { ...an, name: ' \u200b\t ' },
      { ...binh, name: `${'a'.repeat(199)}🙂` },
    ];
    const ids = [await personOf(table, blank), await personOf(table, long)];
    expect(await readPerson(table, ids[0]!)).toEqual({ issuer, subject: 'an' });
    expect(await namesOf(table, ids)).toEqual({ [ids[1]!]: `${'a'.repeat(199)}\ufffd` });
  });

  it('takes the same subject of another issuer for another person', async () => {
    const table = await openScoreTable();
    expect(await personOf(table, an)).not.toBe(await personOf(table, of('an', 'https://other.invalid')));
  });

  it('gives one id to twenty at once, and leaves the text with that one alone', async () => {
    const table = await openScoreTable();
    const ids = await Promise.all(
      Array.from({ length: 20 }, (_, n) => personOf(elsewhere(table), an, () => String(n))),
    );
    expect(new Set(ids).size).toBe(1);
    const persons = await Promise.all(Array.from({ length: 20 }, (_, n) => readPerson(table, `p-${n}`)));
    expect(persons.filter((person) => person !== null)).toHaveLength(1);
  });

  it('completes what a process that died left half-done', async () => {
    const table = await openScoreTable();
    const key = { pk: `SIGN_IN#${sha256Of(`${issuer}\nan`)}`, sk: 'SIGN_IN' };
    const item = { ...key, person_id: 'p-1' };
    await putItemOnce(table, item);
    expect(await personOf(table, an)).toBe('p-1');
    expect(await readPerson(table, 'p-1')).toMatchObject({ subject: 'an' });
  });

  it('writes no name beside the sign-in, where it could not be erased', async () => {
    const table = await openScoreTable();
    const id = await personOf(table, an);
    const key = { pk: `SIGN_IN#${sha256Of(`${issuer}\nan`)}`, sk: 'SIGN_IN' };
    expect(await getItem(table, key)).toEqual({ person_id: id });
  });
});

describe('erasePerson', () => {
  it('takes the text and never makes a second person, however often he comes back', async () => {
    const table = await openScoreTable();
    const id = await personOf(table, an);
    await erasePerson(table, id);
    await erasePerson(table, id);
    expect(await personOf(elsewhere(table), an)).toBe(id);
    expect(await readPerson(table, id)).toEqual({ erased: true });
  });

  it('leaves who is who', async () => {
    const table = await openScoreTable();
    const root = await linkSignIns(table, an, binh);
    for (const signIn of [an, binh]) await erasePerson(table, await personOf(table, signIn));
    expect(await rootOf(table, await personOf(elsewhere(table), an))).toBe(root);
    expect(await rootOf(table, await personOf(elsewhere(table), binh))).toBe(root);
    expect(await linkSignIns(elsewhere(table), binh, an)).toBe(root);
  });
});

describe('linkSignIns', () => {
  const rootsOf = async (table: ScoreTable, signIns: readonly SignIn[]) =>
    Promise.all(signIns.map(async (signIn) => rootOf(table, await personOf(table, signIn))));

  it('makes two one when both have acted already, and their ids stay what they were', async () => {
    const table = await openScoreTable();
    const ids = [await personOf(table, an), await personOf(table, binh)];
    expect(new Set(await rootsOf(table, [an, binh])).size).toBe(2);
    const root = await linkSignIns(table, an, binh);
    expect(root).toBe([...ids].sort()[0]);
    expect(await rootsOf(table, [an, binh])).toEqual([root, root]);
    expect([await personOf(table, an), await personOf(table, binh)]).toEqual(ids);
  });

  const [a, b, c, d] = [an, binh, chi, of('dung')] as const;
  const links = [
    [a, b],
    [b, c],
    [c, d],
  ] as const;
  const orders = [
    [0, 1, 2],
    [0, 2, 1],
    [1, 0, 2],
    [1, 2, 0],
    [2, 0, 1],
    [2, 1, 0],
  ] as const;

  // Ids run against and with the order of links, so that roots are joined from below and from above.
  it.each(orders.map((order) => ({ order })))(
    'ends in the smallest id in order $order, either way round',
    async ({ order }) => {
      for (const numbers of [
        ['1', '2', '3', '4'],
        ['4', '3', '2', '1'],
        ['2', '4', '1', '3'],
      ]) {
        const table = await openScoreTable();
        for (const [index, signIn] of [a, b, c, d].entries()) await personOf(table, signIn, () => numbers[index]!);
        for (const link of order) {
          const [one, other] = links[link]!;
          await linkSignIns(table, one, other);
          await linkSignIns(table, other, one);
        }
        expect(await rootsOf(table, [a, b, c, d])).toEqual(['p-1', 'p-1', 'p-1', 'p-1']);
      }
    },
  );

  it('loses no link when all are made at once', async () => {
    const table = await openScoreTable();
    const many = Array.from({ length: 6 }, (_, n) => of(`person ${n}`));
    const pairs = many.flatMap((one, n) => many.slice(n + 1).map((other) => [one, other] as const));
    await Promise.all(pairs.map(([one, other]) => linkSignIns(elsewhere(table), one, other)));
    const ids = await Promise.all(many.map((signIn) => personOf(table, signIn)));
    expect(new Set(await rootsOf(table, many))).toEqual(new Set([ids.sort()[0]]));
  });

  it('gives up with a retryable fault when others are first ten times', async () => {
    const table = await openScoreTable();
    await Promise.all([personOf(table, an), personOf(table, binh)]);
    let lost = 0;
    const send = (command: object) => {
      if (!(command instanceof UpdateCommand))
        return (table.client.send as (one: object) => unknown).call(table.client, command);
      lost++;
      throw new ConditionalCheckFailedException({ message: 'others were first', $metadata: {} });
    };
    const busy = { ...table, client: Object.assign(Object.create(table.client), { send }) };
    const refused = { code: 'PERSON_LINK_BUSY', retryable: true };
    await expect(linkSignIns(busy, an, binh)).rejects.toMatchObject(refused);
    expect(lost).toBe(10);
  });

  it('faults on a circle that no link of ours can make, instead of following it for ever', async () => {
    const table = await openScoreTable();
    for (const [id, same_as] of [['p-1', 'p-2'] as const, ['p-2', 'p-1'] as const]) {
      const item = { pk: `PERSON#${id}`, sk: 'PERSON', same_as };
      await putItemOnce(table, item);
    }
    await expect(rootOf(table, 'p-2')).rejects.toMatchObject({ code: 'PERSON_LOOP' });
  });

  it('links a person with himself to nothing', async () => {
    const table = await openScoreTable();
    const id = await personOf(table, an);
    expect(await linkSignIns(table, an, of('AN '))).toBe(id);
    expect(await readPerson(table, id)).not.toHaveProperty('same_as');
  });
});
