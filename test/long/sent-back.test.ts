import { describe, expect, it } from 'vitest';
import { parseMark } from '../../shared/submission/marks/mark.ts';
import {
  cases,
  expectKept,
  expectLaw,
  expectLawAgain,
  hostile,
  sendWith,
  shown,
} from '../support/mistakes/answer-law.ts';
import { identityMistakes } from '../support/mistakes/identity-mistakes.ts';
import { strict } from '../support/mistakes/round.ts';
import { answerTo, textsOf } from '../support/mistakes/send-back.ts';

describe('an answer sent back untouched', () => {
  it.each(cases)('is refused again for $rule: $name', async ({ rule, one, round }) => {
    const sent = await answerTo(await sendWith([one], round), round);
    expect(sent.checked.findings.map((finding) => finding.rule)).toContain(rule);
    const again = await expectLaw(sent, round);
    expectKept(again, [one], round);
    await expectLawAgain(again, round);
  });

  it.each(identityMistakes)('is refused again for $rule, with nothing of the file in it', async ({ rule, changes }) => {
    const sent = await answerTo(await sendWith([], strict, changes), strict);
    expect(sent.checked.findings.map((finding) => finding.rule)).toContain(rule);
    const again = await expectLaw(sent, strict);
    for (const [row] of textsOf(again.book, strict, shown).values()) expect(parseMark(row!.value)).not.toBeNull();
  });

  it.each(hostile)('is refused again for $refusedBy: $name', async ({ refusedBy, build }) => {
    const sent = await answerTo(build(), strict);
    expect(sent.checked.findings.map(({ rule }) => rule)).toContain(refusedBy);
    await expectLaw(sent, strict);
  });
});
