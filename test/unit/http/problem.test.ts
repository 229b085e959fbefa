import { describe, expect, it } from 'vitest';
import { Problem, problemBody } from '../../../shared/http/problem.ts';

describe('problemBody', () => {
  it('carries the members of its kind beside the sentence, and lets none of them pass for the body’s own', () => {
    const members = { changed: [{ what: 'registry' }], status: 200, detail: 'ổn' };
    const problem = new Problem(409, 'inputs-changed', 'Đã thay đổi', 'Changed', { members });
    expect(problemBody(problem, 'r-1')).toMatchObject({
      ...{ type: 'urn:dti:problem:inputs-changed', status: 409, detail: 'Đã thay đổi', detail_en: 'Changed' },
      ...{ request_id: 'r-1', changed: [{ what: 'registry' }] },
    });
  });
});
