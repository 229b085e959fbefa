import type { PeriodState } from '../../shared/ledger/fold-period.ts';
import { selectInputs } from '../../shared/release/select-inputs.ts';
import { readPeriodFramework } from '../../shared/submission/period-framework.ts';
import type { Asked, GuardDeps, ToRelease } from './guards.ts';

/** The question to every guard; what counts now is read when the first of them needs it. */
export function askOf(state: PeriodState, release: ToRelease, deps: GuardDeps): Asked {
  let selected: ReturnType<Asked['now']> | null = null;
  const select = async () => {
    const framework = await readPeriodFramework(deps.lake, state.terms);
    return selectInputs(release.run, state, framework, deps);
  };
  return { state, release, deps, now: () => (selected ??= select()) };
}
