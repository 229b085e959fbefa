import type { ComponentChildren } from 'preact';
import type { Corrections } from '../../../release/corrections/corrections.ts';
import { unitLabel } from '../../../units/unit-label.ts';
import type { ReleaseSite } from '../../release-site.ts';
import { useView } from '../../view.ts';
import { causes, inputLines, linesShown, correctionsWords as words } from '../../words/corrections-words.ts';
import { decimal, measureName } from '../../words/scoreboard-words.ts';

interface TableProps {
  site: ReleaseSite;
  corrections: Corrections;
}

/** Lines of a table here: a page must reach a weak phone; the files hold all. */
const mostLines = 100;

/** Figures and appraisals that were other before. */
export function InputsTable({ site, corrections }: TableProps) {
  const { language, root } = useView();
  const indicators = site.scored?.inputs.framework.indicators ?? [];
  const nameOf = (code: string) => indicators.find(({ indicator }) => indicator === code)?.name_en ?? code;
  const lines = corrections.units.flatMap((unit) =>
    inputLines(unit, language, nameOf).map((line) => ({ unit, ...line })),
  );
  return (
    <Lines
      caption={words.inputs[language]}
      heads={[words.unit[language], words.before[language], words.after[language]]}
      rows={lines.map(({ unit, what, before, after }) => ({
        key: `${unit.unit_id} ${what}`,
        unit: unitLabel(unit),
        address: `${root}don-vi/${unit.unit_id}/`,
        notes: [what],
        cells: [before, after],
      }))}
    />
  );
}

/** Of every measure, the total first: whose value or rank is another, and by what. */
export function ValuesTable({ site: { scoreboard }, corrections }: TableProps) {
  const { language, root } = useView();
  const before = `${language === 'vi' ? '' : '/en'}/releases/${corrections.corrects}/`;
  const lines = scoreboard.measures.flatMap((measure) =>
    corrections.units.flatMap((unit) => {
      const score = unit.scores[measure.measure];
      return score ? [{ unit, measure, score }] : [];
    }),
  );
  return (
    <Lines
      caption={words.values[language]}
      heads={[
        words.unit[language],
        words.before[language],
        words.after[language],
        words.rankBefore[language],
        words.rankAfter[language],
      ]}
      rows={lines.map(({ unit, measure, score }) => ({
        key: `${unit.unit_id} ${measure.measure}`,
        unit: unitLabel(unit),
        address: `${root}don-vi/${unit.unit_id}/`,
        notes: [measureName(measure, language), causes(score, language)],
        cells: [
          <Door root={before} of={unit.unit_id} measure={measure.measure} value={score.value_before} />,
          <Door root={root} of={unit.unit_id} measure={measure.measure} value={score.value_after} />,
          ...[score.rank_before, score.rank_after].map((rank) => (rank === null ? '–' : `${rank}`)),
        ],
      }))}
    />
  );
}

interface DoorProps {
  /** Of the pages of the release whose value it is. */
  root: string;
  of: string;
  measure: string;
  value: string | null;
}

/** To where the value comes from, in the release that says it. */
function Door({ root, of, measure, value }: DoorProps) {
  const { language } = useView();
  return value === null ? '–' : <a href={`${root}nguon-goc/${of}/${measure}/`}>{decimal(value, language)}</a>;
}

export function AveragesTable({ site: { scoreboard }, corrections }: TableProps) {
  const { language } = useView();
  const nameOf = new Map(scoreboard.measures.map((measure) => [measure.measure, measureName(measure, language)]));
  return (
    <Lines
      caption={words.averages[language]}
      heads={[words.measure[language], words.before[language], words.after[language]]}
      rows={corrections.averages.map(({ measure, before, after }) => ({
        key: measure,
        unit: nameOf.get(measure) ?? measure,
        address: null,
        notes: [],
        cells: [before, after].map((value) => (value === null ? '–' : decimal(value, language))),
      }))}
    />
  );
}

interface Line {
  key: string;
  unit: string;
  /** Of the unit's page; null: the line is of none. */
  address: string | null;
  /** Below the unit's name. */
  notes: string[];
  cells: ComponentChildren[];
}

function Lines({ caption, heads, rows }: { caption: string; heads: string[]; rows: Line[] }): ComponentChildren {
  const { language } = useView();
  if (rows.length === 0) return null;
  const shown = rows.slice(0, mostLines);
  return (
    <table class="corrections">
      <caption>
        {caption}.{linesShown(shown.length, rows.length, language)}
      </caption>
      <thead>
        <tr>
          {heads.map((head, place) => (
            <th key={head} scope="col" class={place === 0 ? 'unit' : undefined}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {shown.map(({ key, unit, address, notes, cells }) => (
          <tr key={key}>
            <th scope="row">
              {address ? <a href={address}>{unit}</a> : unit}
              {notes.map((note) => (
                <small key={note}>{note}</small>
              ))}
            </th>
            {cells.map((cell, place) => (
              <td key={place}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
