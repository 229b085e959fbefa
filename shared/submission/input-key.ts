import type { AskedInput } from './figure.ts';

/** An input by its codes, as it stands in what is kept. */
export interface InputCodes {
  indicator: string;
  input: string;
}

/** `services/numerator` */
export const keyOf = ({ indicator, input }: InputCodes): string => `${indicator}/${input}`;

export const askedKey = ({ indicator, input }: AskedInput): string =>
  keyOf({ indicator: indicator.indicator, input: input.input });
