import type { Indicator } from '../frameworks/framework.ts';
import type { AskedInput } from './figure.ts';

/** An input by its codes, as it stands in what is kept. */
export interface InputCodes {
  indicator: string;
  input: string;
}

export const codesOf = ({ indicator, input }: AskedInput): InputCodes => ({
  indicator: indicator.indicator,
  input: input.input,
});

/** `services/numerator` */
export const keyOf = ({ indicator, input }: InputCodes): string => `${indicator}/${input}`;

export const askedKey = (asked: AskedInput): string => keyOf(codesOf(asked));

export const inputsOf = (asked: readonly Indicator[]): AskedInput[] =>
  asked.flatMap((indicator) => indicator.inputs.map((input) => ({ indicator, input })));
