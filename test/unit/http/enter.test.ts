import { describe, expect, it } from 'vitest';
import { requireFiled, requireOfUnit, requirePartOfUnit, requireRound } from '../../../shared/http/enter.ts';
import { Problem } from '../../../shared/http/problem.ts';
import type { Caller } from '../../../shared/identity/caller.ts';
import type { UnitOf } from '../../../shared/ledger/chain.ts';
import { unidentified } from '../../../shared/submission/upload-limits.ts';
import { callerWith } from '../../support/callers.ts';

const caoBang: UnitOf = { group: 'province34', period: '2024', unit_id: 'P04-2025' };

const publisher = callerWith();
const officer = callerWith({ role: 'officer', unit_id: caoBang.unit_id });

function codeOf(door: () => void): string {
  try {
    door();
  } catch (error) {
    if (error instanceof Problem) return error.code;
    throw error;
  }
  return 'open';
}

const doors = { requireOfUnit, requirePartOfUnit, requireFiled };
const others: [who: string, caller: Caller, of: Partial<UnitOf>, code: string][] = [
  ['the own unit', officer, {}, 'open'],
  ['another role', { ...officer, role: 'certifier' }, {}, 'role-refused'],
  ['another unit', officer, { unit_id: 'P46-2025' }, 'foreign-unit'],
  ['a unit that is not of the group', publisher, { unit_id: 'P04' }, 'unit-unknown'],
  ['a group that is none', publisher, { group: 'province35' }, 'group-unknown'],
  ['a period that is none', publisher, { period: '2024-Q5' }, 'period-unknown'],
  ['a role held for others', { ...publisher, owner: 'P04-2025' }, {}, 'foreign-group'],
];

describe.each(Object.entries(doors))('%s', (name, door) => {
  it.each(others)('answers %s', (_who, caller, of, code) => {
    expect(codeOf(() => door(caller, { ...caoBang, ...of }, 'officer', 'publisher'))).toBe(code);
  });

  it('lets an officer of a department in where each row is looked at, and nowhere else', () => {
    const code = codeOf(() => door({ ...officer, department: 'so-y-te' }, caoBang, 'officer'));
    expect(code).toBe(name === 'requirePartOfUnit' ? 'open' : 'department-refused');
  });

  it('knows the place of files that nobody could lay to a unit only where files are listed', () => {
    const code = codeOf(() => door(publisher, { ...caoBang, unit_id: unidentified }, 'publisher'));
    expect(code).toBe(name === 'requireFiled' ? 'open' : 'unit-unknown');
  });
});

describe('requireRound', () => {
  it.each(others.filter(([who]) => !/unit/.test(who)))('answers %s', (_who, caller, of, code) => {
    expect(codeOf(() => requireRound(caller, { ...caoBang, ...of }, 'officer', 'publisher'))).toBe(code);
  });
});
