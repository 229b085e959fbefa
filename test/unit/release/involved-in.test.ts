import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { UnitState } from '../../../shared/ledger/fold-unit.ts';
import { involvedIn, type Touchable } from '../../../shared/release/involved-in.ts';

const people = ['an', 'bình', 'chi', 'dung', 'giang'];
const person = fc.constantFrom(...people);
const by = (subject: string) => ({ subject, role: 'x', at: '2026-10-05T00:00:00.000Z' });

const receipt = fc.record({
  sender: person,
  certifier: fc.option(person),
  figures: fc.constantFrom('f1', 'f2', null),
  file: fc.constantFrom('a', 'b'),
});
const decision = fc.record({ author: person, decisions: fc.constantFrom('d1', 'd2') });
const unit = fc.record({
  receipts: fc.array(receipt, { maxLength: 4 }),
  decisions: fc.array(decision, { maxLength: 4 }),
  selected: fc.constantFrom('f1', 'f2'),
  evidence: fc.array(fc.record({ sender: person, isTaken: fc.boolean() }), { maxLength: 2 }),
  /** File of which a part left figures standing. */
  kept: fc.option(fc.constantFrom('a', 'b')),
  decided: fc.option(fc.constantFrom('d1', 'd2')),
});
const round = fc.record({
  units: fc.array(unit, { maxLength: 4 }),
  runners: fc.array(person, { minLength: 1, maxLength: 3 }),
  /** Sign-ins that are one person. */
  same: fc.uniqueArray(person, { maxLength: 3 }),
});
type Round = typeof round extends fc.Arbitrary<infer T> ? T : never;

function touchableOf({ units, runners }: Round): Touchable {
  const named = units.map((one, index) => ({ ...one, unit_id: `u${index}` }));
  const chains = named.map(({ unit_id, receipts, decisions, evidence }): [string, UnitState] => [
    unit_id,
    {
      receipts: receipts.map(({ sender, certifier, figures, file }) => ({
        sha256: file,
        ...{ ...by(sender), answer: { figures_sha256: figures }, certified: certifier === null ? null : by(certifier) },
      })),
      decisions: decisions.map(({ author, decisions }) => ({ ...by(author), decisions_sha256: decisions })),
      evidence: evidence.map(({ sender, isTaken }) => ({ ...by(sender), type: isTaken ? 'pdf' : null })),
    } as unknown as UnitState,
  ]);
  return {
    started_by: runners,
    selection: {
      submissions: named.map(({ unit_id, selected, kept }) => {
        const kept_from = kept === null ? {} : { kept_from: [kept] };
        return { unit_id, sha256: 's', format: 'xlsx', figures_sha256: selected, ...kept_from };
      }),
      appraisals: named.flatMap(({ unit_id, decided }) =>
        decided === null ? [] : [{ unit_id, indicator: 'i', decisions_sha256: decided }],
      ),
    },
    units: new Map(chains),
  };
}

/** Everybody who touched what counts, found by going through the round and not through its chains. */
function touchedBy({ units, runners }: Round): Set<string> {
  return new Set([
    ...runners,
    ...units.flatMap(({ receipts, decisions, evidence, selected, kept, decided }) => [
      ...evidence.flatMap(({ sender, isTaken }) => (isTaken ? [sender] : [])),
      ...receipts.flatMap(({ sender, file }) => (file === kept ? [sender] : [])),
      ...receipts.flatMap(({ sender, certifier, figures }) =>
        figures === selected ? [sender, ...(certifier === null ? [] : [certifier])] : [],
      ),
      ...decisions.flatMap(({ author, decisions }) => (decisions === decided ? [author] : [])),
    ]),
  ]);
}

describe('involvedIn', () => {
  it('lets nobody release what they touched, and everybody else, over any assignment of people', () => {
    fc.assert(
      fc.property(round, (drawn) => {
        const rootOf = (id: string) => (drawn.same.includes(id) ? 'root' : id);
        const touched = new Set([...touchedBy(drawn)].map(rootOf));
        const touchable = touchableOf(drawn);
        for (const one of people) {
          expect(involvedIn(one, touchable, rootOf).length > 0).toBe(touched.has(rootOf(one)));
        }
      }),
    );
  });

  it('says which of the four it was', () => {
    const touchable = touchableOf({
      units: [
        {
          receipts: [
            { sender: 'an', certifier: 'bình', figures: 'f1', file: 'a' },
            { sender: 'giang', certifier: null, figures: null, file: 'b' },
          ],
          decisions: [{ author: 'chi', decisions: 'd1' }],
          evidence: [
            { sender: 'bình', isTaken: true },
            { sender: 'chi', isTaken: false },
          ],
          ...{ selected: 'f1', kept: 'b', decided: 'd1' },
        },
      ],
      ...{ runners: ['dung', 'an'], same: [] },
    });
    const deeds = people.map((one) => involvedIn(one, touchable, (id) => id));
    expect(deeds).toEqual([['sent', 'ran'], ['sent', 'certified'], ['appraised'], ['ran'], ['sent']]);
  });
});
