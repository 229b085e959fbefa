import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldSubject } from '../../../shared/identity/fold-subject.ts';

/** Letters, marks, spaces and what does not show, close together, which whole Unicode would hardly put side by side. */
const unit = fc.constantFrom(
  ...'aAiIıİßẞSσςΣđĐêÊ0１ﬁ\u0300\u0307\u0323\u200b\u00ad\ufe0f\u3164\u0001\t \u00a0\u2800\ufeff한',
);
const subject = fc.oneof(fc.string({ unit }), fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }));

describe('foldSubject', () => {
  it.each([
    ['RUNNER', 'case'],
    ['runner ', 'a space behind'],
    ['\u00a0\trunner', 'white space before'],
    ['run\u200bner', 'a zero-width space'],
    ['run\u00adner', 'a soft hyphen'],
    ['\ufeffrunner', 'a byte order mark'],
    ['run\u0007ner', 'a control character'],
    ['runner\ufe0f', 'a variation selector'],
    ['run\u{e0101}ner', 'a variation selector of the supplement'],
    ['ru\u115fn\u1160n\u3164e\uffa0r', 'fillers'],
    ['ｒｕｎｎｅｒ', 'full width'],
    ['run\u034fner', 'a grapheme joiner'],
  ])('takes %j for runner: %s', (spelling) => {
    expect(foldSubject(spelling)).toBe('runner');
  });

  it.each([
    ['Nguyễn Văn An'.normalize('NFC'), 'Nguyễn Văn An'.normalize('NFD')],
    ['nguyễn  văn\tan', 'NGUYỄN VĂN AN'],
    ['a\u0001 \u0001b', 'a b'],
    ['Weiß', 'WEISS'],
    ['weiẞ', 'weiß'],
    ['İnci', 'inci'],
    ['ISIK', 'ısık'],
    ['ΟΔΟΣ', 'οδοσ'],
    ['ﬁn', 'fin'],
    ['a\u2800b', 'a b'],
  ])('takes %j and %j for one', (one, other) => {
    expect(foldSubject(one)).toBe(foldSubject(other));
  });

  it.each([
    ['an', 'ân'],
    ['da', 'đa'],
    ['runner', 'runner2'],
    ['vanan', 'van an'],
    ['an', 'аn'],
    ['a.b', 'ab'],
    ['a@x.vn', 'a@y.vn'],
  ])('keeps %j and %j apart', (one, other) => {
    expect(foldSubject(one)).not.toBe(foldSubject(other));
  });

  it('folds what is folded to itself', () => {
    fc.assert(
      fc.property(subject, (text) => {
        const folded = foldSubject(text);
        expect(foldSubject(folded)).toBe(folded);
      }),
      { numRuns: 2000 },
    );
  });

  it('does not see case, composition, or what does not show', () => {
    const noise = fc.constantFrom('\u200b', '\u2060', '\u00ad', '\ufe0f', '\u3164', '\u0001');
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), noise, fc.nat(), (text, invisible, at) => {
        const letters = [...text];
        const noisy = letters.toSpliced(at % (letters.length + 1), 0, invisible).join('');
        for (const other of [noisy, text.toUpperCase(), text.toLowerCase(), text.normalize('NFD'), ` ${text} `])
          expect(foldSubject(other)).toBe(foldSubject(text));
      }),
      { numRuns: 2000 },
    );
  });

  it('never takes two plain names for one', () => {
    const plain = fc.stringMatching(/^[a-z0-9._@-]{1,12}$/);
    fc.assert(
      fc.property(plain, (name) => {
        expect(foldSubject(name)).toBe(name);
      }),
    );
  });
});
