import type { ReweighedUnit } from '../../../scoring/reweigh.ts';
import type { Scoreboard } from '../../../scoring/scoreboard.ts';
import type { Language } from '../../language.ts';
import { showNumber } from '../../show-number.ts';

/** Fills the tried column, and puts the rows in its order; among equals the official one stays. */
export function showRanks(body: HTMLElement, scoreboard: Scoreboard, tried: ReweighedUnit[], language: Language): void {
  const rows = new Map(
    [...body.querySelectorAll<HTMLElement>('tr[data-unit]')].map((row) => [row.dataset.unit!, row] as const),
  );
  const official = new Map(scoreboard.units.map(({ unit_id, rank }, place) => [unit_id, { rank, place }]));
  const placeOf = ({ unit_id }: ReweighedUnit) => official.get(unit_id)!.place;
  const inOrder = [...tried].sort((a, b) => (a.rank ?? last) - (b.rank ?? last) || placeOf(a) - placeOf(b));
  for (const { unit_id, rank, value } of inOrder) {
    const row = rows.get(unit_id);
    if (!row) continue;
    const [place, small] = row.querySelector('[data-tried]')!.children;
    place!.textContent = `${rank ?? '–'}`;
    small!.textContent = value === null ? '–' : showNumber(value, language);
    row.classList.toggle('moved', rank !== official.get(unit_id)!.rank);
    body.append(row);
  }
}

const last = Number.MAX_SAFE_INTEGER;
