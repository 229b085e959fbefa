import type { OpenForm } from './edit-form.ts';
import { type Round, rounds, strict } from './round.ts';

/** Something that an officer, or the officer's program, does to a form before it is sent. */
export interface Mistake {
  /** The error that it must be refused with. */
  rule: string;
  name: string;
  /** Inputs whose rows are no longer what they were; null: it is not certain of any. */
  touches: string[] | null;
  /** Where it is a mistake at all. */
  rounds: readonly Round[];
  make: (form: OpenForm) => void;
}

type Making = Partial<Pick<Mistake, 'touches' | 'rounds'>> & Pick<Mistake, 'make'>;

export const mistake = (rule: string, name: string, { touches = [], ...rest }: Making): Mistake => ({
  ...{ rule, name, touches },
  rounds,
  ...rest,
});

export { lenient, standing, strict } from './round.ts';
export const strictOnly = [strict];
