import { changedInputs } from '../../shared/release/changed-inputs.ts';
import { unitOf } from '../../shared/units/registry.ts';
import type { Asked } from './guards.ts';
import { refuseChangedInputs } from './refusals.ts';

const nameOf = (unitId: string) => unitOf(unitId).name_vi;

/** Refuses a run of what no longer counts, unless whoever releases says why it goes out all the same. */
export async function requireUnchanged(asked: Asked): Promise<void> {
  const { run, despite } = asked.release;
  const changed = await findChanged(asked);
  if (changed.length === 0 || despite !== undefined) return;
  const { units } = await asked.now();
  refuseChangedInputs(changed, { since: run.started_at, state: asked.state, units, nameOf });
}

/** The reason that an override is recorded with; undefined where there was nothing to override. */
export async function overrideOf(asked: Asked): Promise<string | undefined> {
  const changed = await findChanged(asked);
  return changed.length === 0 ? undefined : asked.release.despite;
}

async function findChanged({ release, now }: Asked) {
  return changedInputs(release.selection, (await now()).selection, nameOf);
}
