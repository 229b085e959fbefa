import { describe, expect, it } from 'vitest';
import { findGroup, groups } from '../../../shared/units/groups.ts';
import { owners } from '../../../shared/units/owners.ts';

describe('a group', () => {
  it('has one of the owners, those of communes too, because a role is held for one', () => {
    const known = owners.map(({ owner }) => owner);
    expect(new Set(known).size).toBe(known.length);
    for (const { group } of [...groups, { group: 'communes-P04-2025' }])
      expect(known).toContain(findGroup(group)?.owner);
  });
});
