import { Fault } from '../../observability/fault.ts';

/** Frozen inputs that cannot be scored. A fault of ours: a submission was checked before it was frozen. */
export const broken = (message: string): Fault => new Fault('SCORING_INPUTS_BROKEN', message);
