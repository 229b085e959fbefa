import { sha256Of } from '../../shared/digest/canonical-json.ts';

/** A hash for any short name. */
export const hashNamed = (name: string): string => sha256Of(name);
