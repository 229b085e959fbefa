import { describe, expect, it } from 'vitest';
import { makeQuarterWorkbooks } from '../../../infra/local/round/made-workbooks.ts';
import { quarter } from '../../../sample-data/quarter.ts';
import { signingKey } from '../../support/forms.ts';

describe('makeQuarterWorkbooks', () => {
  it('names files so that a folder of them is sent in the order of the story', async () => {
    const { story } = await quarter('ministry-services', '2026-Q3');
    const { framework, files } = await makeQuarterWorkbooks('ministry-services', '2026-Q3', signingKey);
    const names = files.map(({ name }) => name);
    expect(framework.framework_id).toBe('dti-ministry-405');
    expect(names).toHaveLength(12); // one is late, one sends two
    expect(names).toEqual([...names].sort());
    expect(names.filter((name) => name.startsWith(`${story.corrected}`))).toEqual([
      `${story.corrected}-lan-1.xlsx`,
      `${story.corrected}-lan-2.xlsx`,
    ]);
    expect(names).not.toContain(`${story.late}.xlsx`);
  });
});
