import type { ComponentChildren } from 'preact';
import { useView } from '../view.ts';
import { type ChartLang, chartWords } from './chart-words.ts';

/** What every chart is told: who it is on its page, in which language, and where its figures are from. */
export interface ChartProps {
  /** Begins the ids inside, so it is unique on the page: `hue-chi-so`. */
  id: string;
  lang: ChartLang;
  /** Source, release and day, as one line. */
  source: string;
  /** The page has these figures as a table beside the chart, so that a second one would only weigh. */
  tabled?: boolean;
}

export interface ChartTable {
  caption: string;
  head: string[];
  /** The first cell names the row. */
  rows: ComponentChildren[][];
}

interface FigureProps extends ChartProps {
  /** What the chart shows, in words that can be quoted. */
  conclusion: string;
  table: ChartTable;
  children: ComponentChildren;
}

/** Conclusion, drawing, the figures behind it, source: in this order on every page. */
export function ChartFigure({ id, lang, conclusion, table, source, tabled = false, children }: FigureProps) {
  const { illustrative } = useView();
  return (
    <figure class="chart" aria-labelledby={`${id}-c`}>
      <figcaption id={`${id}-c`}>{illustrative ? `${chartWords[lang].madeUp}: ${conclusion}` : conclusion}</figcaption>
      {children}
      {!tabled && table.rows.length > 0 && (
        <details>
          <summary>{chartWords[lang].showTable}</summary>
          <FigureTable {...table} />
        </details>
      )}
      <p class="src">{source}</p>
    </figure>
  );
}

function FigureTable({ caption, head, rows }: ChartTable) {
  // Digits stand below each other at the right; words begin at the left.
  const isText = (column: number) =>
    rows.some(({ [column]: cell }) => typeof cell !== 'string' || /[^\d.,+−–/%]/.test(cell));
  return (
    <table>
      <caption>{caption}</caption>
      <thead>
        <tr>
          {head.map((cell, column) => (
            <th key={cell} scope="col" class={column === 0 || isText(column) ? 'unit' : undefined}>
              {cell}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, ...cells], place) => (
          <tr key={place}>
            <th scope="row">{name}</th>
            {cells.map((cell, column) => (
              <td key={head[column + 1]} class={isText(column + 1) ? 'unit' : undefined}>
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface DrawingProps {
  id: string;
  title: string;
  /** The conclusion with its details: for those who hear the picture. */
  desc: string;
  height: number;
  /** Where labels stand outside the scale. */
  kind?: string;
  children: ComponentChildren;
}

/** A picture with a name. As wide as its column, of a height of its own. */
export function Drawing({ id, title, desc, height, kind, children }: DrawingProps) {
  return (
    <svg
      role="img"
      aria-labelledby={`${id}-t ${id}-d`}
      class={kind}
      width="100%"
      height={height}
      focusable="false"
      xmlns="http://www.w3.org/2000/svg"
    >
      <title id={`${id}-t`}>{title}</title>
      <desc id={`${id}-d`}>{desc}</desc>
      {children}
    </svg>
  );
}
