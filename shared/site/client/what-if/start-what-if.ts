import { type ReweighedUnit, reweigh } from '../../../scoring/reweigh.ts';
import type { Scoreboard } from '../../../scoring/scoreboard.ts';
import { unitLabel } from '../../../units/unit-label.ts';
import type { Language } from '../../language.ts';
import { movedWords, tryingWords as words } from '../../words/what-if-words.ts';
import { languageOf } from '../language-of.ts';
import { showRanks } from './show-ranks.ts';
import { findSliders, type Sliders } from './sliders.ts';
import { addressOf, weightsIn } from './weights.ts';

/** Makes the sliders of a section rank its table; what they stand at is kept in the address. */
export function startWhatIf(section: HTMLElement): void {
  const language = languageOf(section);
  const sliders = findSliders(section, language);
  const show = painter(section, sliders, language);
  const fromAddress = () => weightsIn(location.hash, sliders.measures.length);
  const move = () => {
    const weights = sliders.read();
    // Replaced, not added: a way back through every step of a slider would be none.
    history.replaceState(
      history.state,
      '',
      isInitial(sliders) ? location.pathname + location.search : addressOf(weights),
    );
    show();
  };
  sliders.onChange((valid) => (valid ? move() : tell(section, words.invalid[language])));
  section.querySelector('button')!.addEventListener('click', () => {
    sliders.write(sliders.initial);
    move();
  });
  const open = () => {
    const weights = fromAddress();
    if (!weights) return;
    sliders.write(weights);
    show();
  };
  addEventListener('hashchange', open);
  section.querySelector('fieldset')!.disabled = false;
  open();
}

const isInitial = (sliders: Sliders): boolean =>
  sliders.read().every((weight, place) => Number(weight) === Number(sliders.initial[place]));

const tell = (section: HTMLElement, text: string): void => {
  section.querySelector('[data-outcome]')!.textContent = text;
};

/** Ranks at most once a frame, however fast a slider moves; the figures are fetched when the first one does. */
function painter(section: HTMLElement, sliders: Sliders, language: Language): () => void {
  let figures: Promise<Scoreboard> | null = null;
  let isWaiting = false;
  const paint = async () => {
    if (!figures) tell(section, words.loading[language]);
    figures ??= fetchScoreboard(section.dataset.release!);
    try {
      const scoreboard = await figures;
      isWaiting = false;
      rank(section, scoreboard, sliders, language);
    } catch {
      figures = null;
      isWaiting = false;
      tell(section, words.unreachable[language]);
    }
  };
  return () => {
    section.querySelector<HTMLAnchorElement>('.act a')!.href = addressOf(sliders.read());
    if (isWaiting) return;
    isWaiting = true;
    requestAnimationFrame(paint);
  };
}

async function fetchScoreboard(release: string): Promise<Scoreboard> {
  const answer = await fetch(`/releases/${release}/scoreboard.json`);
  if (!answer.ok) throw new Error(`scoreboard.json answers ${answer.status}`);
  return (await answer.json()) as Scoreboard;
}

function rank(section: HTMLElement, scoreboard: Scoreboard, sliders: Sliders, language: Language): void {
  const weights = sliders.read();
  const tried = reweigh(scoreboard, new Map(sliders.measures.map((measure, place) => [measure, weights[place]!])));
  showRanks(section.querySelector('tbody')!, scoreboard, tried, language);
  tell(section, sentence(scoreboard, tried, isInitial(sliders), language));
}

function sentence({ units }: Scoreboard, tried: ReweighedUnit[], initial: boolean, language: Language): string {
  if (tried.every(({ value }) => value === null)) return words.noWeight[language];
  if (initial) return words.initial[language];
  const official = new Map(units.map(({ unit_id, rank }) => [unit_id, rank]));
  const names = new Map(units.map((unit) => [unit.unit_id, unitLabel(unit)]));
  const ranked = tried.filter(({ rank }) => rank !== null);
  const moved = ranked.filter(({ unit_id, rank }) => rank !== official.get(unit_id)).length;
  const first = ranked.filter(({ rank }) => rank === 1).map(({ unit_id }) => names.get(unit_id));
  return movedWords[language](moved, ranked.length, first.join(', '));
}
