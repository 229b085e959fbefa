import { describe, expect, it } from 'vitest';
import { filledForm, foreignFrameworks, tryWriters } from '../../support/foreign/foreign-forms.ts';
import { foreignLayouts } from '../../support/foreign/foreign-layouts.ts';

/** Issue 8, point 2 and row 2 of its table. The page `docs/foreign-writers.md` shows the same results. */
describe.each(foreignFrameworks)('a form of %s written by another program', async (id) => {
  const form = await filledForm(id);
  const results = await tryWriters(form);
  const own = await form.check(form.bytes);

  it.each(foreignLayouts.map(({ name }) => name))(
    'is accepted from %s with the same observations and not a word, because what counts is what is in its cells',
    (name) => {
      expect(results.get(name)).toEqual({
        accepted: true,
        isEqual: true,
        observations: own.observations.length,
        rules: [],
      });
    },
  );
});
