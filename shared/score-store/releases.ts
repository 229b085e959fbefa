import { Fault } from '../observability/fault.ts';
import { getItem, putItemOnce, queryItems, type ScoreTable, updateItem } from './score-table.ts';

/**
 * One published table of a group and period: what pages and readers need of it. It follows from the entry in the period's
 * chain, which alone says who made it. Written once; `published` turns true when all its files are out.
 */
export interface Release {
  /** `dti/province34/2024/r1` */
  release: string;
  index: string;
  group: string;
  period: string;
  number: number;
  run_id: string;
  inputs_sha256: string;
  manifest_sha256: string;
  /** Of `provenance.json` beside it, which is so under the signature too; absent: from before it was named. */
  provenance_sha256?: string;
  released_at: string;
  code_version: string;
  published: boolean;
  /** Absent: the first of its period. */
  correction?: ReleaseCorrection;
  /** Absent: from before releases were signed. */
  signing_key?: SigningKey;
}

/** Which key vouches for a release, as it was when its number was taken. */
export interface SigningKey {
  /** Where the newest key of the publisher stands; the one of the release lies beside it too. */
  address: string;
  /** Over the key's DER. */
  sha256: string;
  /** What a key is called that vouches for nothing; absent: it is a real one. */
  kind_vi?: string;
}

/** Which release it took the place of, and why. */
export interface ReleaseCorrection {
  /** `dti/province34/2024/r1` */
  corrects: string;
  reason: { text_vi: string; kind: 'input' | 'method' | 'calculation'; found_by: string };
}

export interface ReleaseLine {
  index: string;
  group: string;
  period: string;
}

const partition = (of: ReleaseLine) => `RELEASES#${of.index}#${of.group}#${of.period}`;
const key = (of: ReleaseLine, number: number) => ({ pk: partition(of), sk: `R#${String(number).padStart(6, '0')}` });
const currentKey = (of: ReleaseLine) => ({ pk: `CURRENT#${of.index}#${of.group}`, sk: of.period });

/** Takes the number for this run. Returns who holds it: the caller's own earlier try, or another run. */
export async function reserveRelease(table: ScoreTable, release: Release): Promise<Release> {
  const itemKey = key(release, release.number);
  await putItemOnce(table, { ...itemKey, ...release });
  return (await getItem<Release>(table, itemKey)) ?? release;
}

export const markPublished = (table: ScoreTable, release: Release) =>
  updateItem(table, key(release, release.number), {
    UpdateExpression: 'SET published = :yes',
    ExpressionAttributeValues: { ':yes': true },
  });

/** In order of number. */
export const readReleases = (table: ScoreTable, of: ReleaseLine) => queryItems<Release>(table, partition(of));

export const readRelease = (table: ScoreTable, of: ReleaseLine, number: number) =>
  getItem<Release>(table, key(of, number));

/**
 * The one write that changes what is current; it only ever moves to a higher number. False: it was there already.
 * Throws the fault `RELEASE_UNSUITABLE` on what has no number by its name: what was derived, or published elsewhere.
 */
export async function makeCurrent(table: ScoreTable, release: Release): Promise<boolean> {
  requireNumbered(release);
  return updateItem(table, currentKey(release), {
    UpdateExpression: 'SET release_number = :number, #period = :period',
    ConditionExpression: 'attribute_not_exists(pk) OR release_number < :number',
    ExpressionAttributeNames: { '#period': 'period' },
    ExpressionAttributeValues: { ':number': release.number, ':period': release.period },
  });
}

function requireNumbered({ release, index, group, period, number }: Release): void {
  if (release === `${index}/${group}/${period}/r${number}`) return;
  throw new Fault('RELEASE_UNSUITABLE', `${release} is never current: it is no numbered release of its period`);
}

export async function readCurrentRelease(table: ScoreTable, of: ReleaseLine): Promise<Release | null> {
  const pointer = await getItem<{ release_number: number }>(table, currentKey(of));
  return pointer && readRelease(table, of, pointer.release_number);
}

/** Periods of a group that have a current release. */
export async function readCurrentPeriods(table: ScoreTable, index: string, group: string): Promise<string[]> {
  const pointers = await queryItems<{ period: string }>(table, `CURRENT#${index}#${group}`);
  return pointers.map((pointer) => pointer.period);
}
