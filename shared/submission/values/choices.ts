import type { Indicator, IndicatorInput } from '../../frameworks/framework.ts';

/** What may be chosen for an input; `value` is what is kept. */
export interface Choice {
  value: string;
  label_vi: string;
}

const yesOrNo: readonly Choice[] = [
  { value: '1', label_vi: 'Có' },
  { value: '0', label_vi: 'Không' },
];

/** Null for an input that takes a number. */
export function choicesOf({ rule, tiers = [] }: Indicator, { input }: IndicatorInput): readonly Choice[] | null {
  if (rule === 'yes_no' || rule === 'additive_parts') return yesOrNo;
  if (rule !== 'role_tiers' || input !== 'choice') return null;
  return tiers.map(({ key, label_vi }) => ({ value: key, label_vi }));
}

/** By label or by what is kept for it, whatever the case, the spaces inside and the stop behind it. */
export function findChoice(choices: readonly Choice[], text: string): Choice | null {
  const wanted = fold(text);
  return choices.find(({ value, label_vi }) => fold(value) === wanted || fold(label_vi) === wanted) ?? null;
}

const fold = (text: string) =>
  text
    .normalize('NFC')
    .toLocaleLowerCase('vi')
    .replace(/\s+/g, ' ')
    .replace(/[\s.]+$/, '')
    .trimStart();
