import { measuresExceptTotal, scoredUnits, totalMeasure } from '../../../release/read-scoreboard.ts';
import type { ShownScoreboard } from '../../../scoring/scoreboard.ts';
import { unitLabel } from '../../../units/unit-label.ts';
import { byName } from '../../name-order.ts';
import {
  changesPath,
  hasChanges,
  homeMeasure,
  isComputed,
  rankingPath,
  rankingStarts,
  rowsOfPage,
} from '../../page-list.ts';
import { regionsOf } from '../../regions.ts';
import { useView } from '../../view.ts';
import { compareWords } from '../../words/compare-words.ts';
import { rankingWords as words } from '../../words/ranking-words.ts';
import { regionName } from '../../words/region-words.ts';
import { measureName } from '../../words/scoreboard-words.ts';
import type { RankingChoice } from './ranking-heading.ts';

interface LinksProps {
  scoreboard: ShownScoreboard;
  choice: RankingChoice;
}

interface OrderLinksProps {
  scoreboard: ShownScoreboard;
  /** What the page shows: an order of the table, or changes of rank. */
  choice: RankingChoice | 'changes';
}

interface Choice {
  path: string;
  name: string;
  isCurrent: boolean;
}

/** Each leads to a page of its own: ordering and choosing need no script. */
export function OrderLinks({ scoreboard, choice }: OrderLinksProps) {
  const isChanges = choice === 'changes';
  const { language } = useView();
  const home = homeMeasure(scoreboard);
  const total = totalMeasure(scoreboard);
  const measures = [...(total ? [total] : []), ...measuresExceptTotal(scoreboard)];
  const byValue = measures.map((measure) => ({
    path: rankingPath({ measure: measure.measure, from: 0 }, home),
    name: measureName(measure, language),
    isCurrent: !isChanges && choice.order === 'value' && choice.region === null && choice.measure === measure,
  }));
  const inNames = {
    path: rankingPath({ measure: home, from: 0, order: 'name' }, home),
    name: words.name[language],
    isCurrent: !isChanges && choice.order === 'name',
  };
  const changes = { path: changesPath, name: words.rankChange[language], isCurrent: isChanges };
  const all = [...byValue, inNames, ...(hasChanges(scoreboard) ? [changes] : [])];
  return <Choices label={words.by[language]} choices={all} />;
}

/** Which part of the country is shown; nothing where the group lies in one. */
export function RegionLinks({ scoreboard, choice }: LinksProps) {
  const { language } = useView();
  const regions = regionsOf(scoreboard);
  if (regions.length === 0) return null;
  const home = homeMeasure(scoreboard);
  const ofRegions = regions.map(({ slug, name_vi }) => ({
    path: rankingPath({ measure: home, from: 0, region: slug }, home),
    name: regionName(name_vi, language),
    isCurrent: choice.region?.slug === slug,
  }));
  const whole = { path: '', name: words.wholeCountry[language], isCurrent: choice.region === null };
  return <Choices label={words.region[language]} choices={[whole, ...ofRegions]} />;
}

/** More names than this weigh more than they help: a browser finds words in a page. */
export const mostNames = 100;

/** Whether all units may be chosen from a list to be compared. */
export const canCompare = (scoreboard: ShownScoreboard): boolean => {
  const count = scoredUnits(scoreboard).length;
  return isComputed(scoreboard) && count > 1 && count <= mostNames;
};

/** To where the second unit is chosen, on the page of the first: it finds a unit by name without a script, too. */
export function CompareLinks({ scoreboard }: { scoreboard: ShownScoreboard }) {
  const { language } = useView();
  if (!canCompare(scoreboard)) return null;
  const choices = scoredUnits(scoreboard)
    .toSorted(byName)
    .map((unit) => ({
      path: `don-vi/${unit.unit_id}/#so-sanh`,
      name: unitLabel(unit),
      isCurrent: false,
    }));
  return <Choices label={compareWords.chooseFirst[language]} choices={choices} />;
}

/** Folded, with what is chosen in its line: a phone shows the first rows of the table, and not a screen of links. */
function Choices({ label, choices }: { label: string; choices: Choice[] }) {
  const { root } = useView();
  const current = choices.find(({ isCurrent }) => isCurrent);
  return (
    <details class="choices">
      <summary>
        {label}
        {current && `: ${current.name}`}
      </summary>
      <nav aria-label={label}>
        <ul>
          {choices.map(({ path, name, isCurrent }) => (
            <li key={path}>
              <a href={`${root}${path}`} aria-current={isCurrent ? 'true' : undefined}>
                {name}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </details>
  );
}

/** The other parts of a long table. */
export function PartLinks({ scoreboard, choice, from }: LinksProps & { from: number }) {
  const { language, root } = useView();
  const starts = rankingStarts(scoreboard);
  if (starts.length === 1 || choice.region) return null;
  const last = scoredUnits(scoreboard).length;
  const { measure } = choice.measure;
  const order = choice.order === 'name' ? { order: choice.order } : {};
  return (
    <nav aria-label={words.parts[language]}>
      <ul>
        {starts.map((start) => (
          <li key={start}>
            <a
              href={`${root}${rankingPath({ measure, from: start, ...order }, homeMeasure(scoreboard))}`}
              aria-current={start === from ? 'true' : undefined}
            >
              {start + 1}–{Math.min(last, start + rowsOfPage)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
