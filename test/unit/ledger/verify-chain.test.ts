import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Entry, genesisOf, hashOf, headOf } from '../../../shared/ledger/entry.ts';
import type { UnitEntry } from '../../../shared/ledger/unit-entry.ts';
import { findBreak } from '../../../shared/ledger/verify-chain.ts';
import { answered, chainOf, hashNamed, received } from '../../support/ledger-entries.ts';

const chain = 'LEDGER#g#p#u';
const entries = chainOf<UnitEntry>([received(1), answered(1), received(2), answered(2), received(3)], chain);
const head = headOf(entries)!;

/** Ways in which somebody with a hand in the table changes one entry. */
const changes: ((entry: Entry) => Entry)[] = [
  (entry) => ({ ...entry, about: { ...entry.about, errors: 9 } }),
  (entry) => ({ ...entry, subject: 'p-other' }),
  (entry) => ({ ...entry, at: '2020-01-01T00:00:00.000Z' }),
  (entry) => ({ ...entry, cause: 'other' }),
  (entry) => ({ ...entry, previous: hashNamed('other') }),
  (entry) => ({ ...entry, note: 'slipped in' }) as Entry,
  ({ role, ...entry }) => entry as Entry,
];

describe('findBreak', () => {
  it('finds none in a chain that is whole, nor in an empty one', () => {
    expect(findBreak(chain, entries, [head, headOf(entries.slice(0, 2))!])).toBeNull();
    expect(findBreak(chain, [])).toBeNull();
  });

  it('names the very entry that was changed, whichever field it was, the last one by the head', () => {
    const changed = fc.tuple(fc.nat(entries.length - 1), fc.constantFrom(...changes));
    fc.assert(
      fc.property(changed, ([index, change]) => {
        const broken = entries.with(index, change(entries[index]!) as UnitEntry);
        expect(findBreak(chain, broken, [head])).toMatchObject({ number: index + 1 });
      }),
    );
  });

  it.each([0, 1, 3])('names entry %i + 1 when it is gone', (index) => {
    expect(findBreak(chain, entries.toSpliced(index, 1))).toEqual({ chain, number: index + 1, reason: 'number' });
  });

  it('names the first that is gone when a chain was cut short, or is gone altogether, by the head', () => {
    expect(findBreak(chain, entries.slice(0, 3), [head])).toEqual({ chain, number: 4, reason: 'head' });
    expect(findBreak(chain, [], [head])).toEqual({ chain, number: 1, reason: 'head' });
    expect(findBreak(chain, entries.slice(0, 3))).toBeNull();
  });

  it('names the first of several heads that a chain written anew does not hold', () => {
    const anew = chainOf<UnitEntry>([received(1), answered(1, null), received(2), answered(2), received(3)], chain);
    expect(findBreak(chain, anew)).toBeNull();
    const heads = [head, headOf(entries.slice(0, 2))!, headOf(entries.slice(0, 1))!];
    expect(findBreak(chain, anew, heads)).toEqual({ chain, number: 2, reason: 'head' });
  });

  it('refuses another unit’s chain, and a cause that stands twice', () => {
    expect(findBreak('LEDGER#g#p#other', entries)).toMatchObject({ number: 1, reason: 'content' });
    const [first, second] = entries as [UnitEntry, UnitEntry];
    const twice = { ...second, cause: first.cause };
    expect(findBreak(chain, [first, twice])).toEqual({ chain, number: 2, reason: 'cause' });
  });
});

describe('hashOf', () => {
  it('is of the content, not of the order of fields; a first entry follows the name of its chain', () => {
    const [first] = entries as [UnitEntry];
    const turned = Object.fromEntries(Object.entries(first).reverse()) as unknown as UnitEntry;
    expect(hashOf(turned)).toBe(hashOf(first));
    expect(first.previous).toBe(genesisOf(chain));
  });
});
