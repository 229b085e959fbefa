import { render } from 'preact-render-to-string';
import { officeOf } from '../../release/office.ts';
import { mainIndices, totalMeasure } from '../../release/read-scoreboard.ts';
import type { ShownScoreboard, ShownUnit } from '../../scoring/scoreboard.ts';
import { unitLabel } from '../../units/unit-label.ts';
import { wrapText } from '../charts/wrap-text.ts';
import type { Language } from '../language.ts';
import { frameWords } from '../words/frame-words.ts';
import { rankingWords } from '../words/ranking-words.ts';
import {
  decimal,
  groupName,
  measureName,
  notices,
  periodName,
  releaseOf,
  summary,
  title,
} from '../words/scoreboard-words.ts';
import { unitSentence, unitWords } from '../words/unit-words.ts';
import { pictureSize as sheet } from './picture-paths.ts';

const margin = 60;

/** Of multiples of 17 in each channel, which the PNG keeps as they are. */
const ink = { text: '#112233', muted: '#445566', bar: '#aaccee', warn: '#5522aa', warnGround: '#eeeeff' } as const;

interface Row {
  lead: string;
  name: string;
  value: string;
  /** Decimal text from 0 to 1. */
  share: string;
}

interface Shown {
  scoreboard: ShownScoreboard;
  language: Language;
  heading: string;
  below: string;
  rows: Row[];
}

/** Rows that are legible in a picture as small as a thumb; all main indices of the frameworks that there are. */
const mostRows = 8;

export function renderRankingPicture(scoreboard: ShownScoreboard, language: Language): string {
  const total = totalMeasure(scoreboard);
  const ranked = total === null ? [] : scoreboard.units.filter(({ rank }) => rank !== null);
  const rows = ranked.slice(0, mostRows).map(({ rank, scores, ...unit }): Row => {
    const { value } = scores[total!.measure]!;
    return { lead: `${rank}`, name: unitLabel(unit), value: decimal(value, language), share: value };
  });
  const below = rows.length > 0 ? groupName(scoreboard, language) : summary(scoreboard, language);
  return draw({ scoreboard, language, heading: title(scoreboard, language), below, rows });
}

export function renderUnitPicture(scoreboard: ShownScoreboard, unit: ShownUnit, language: Language): string {
  const rows = mainIndices(scoreboard).flatMap((measure): Row[] => {
    const score = unit.scores[measure.measure];
    const name = measureName(measure, language);
    return score ? [{ lead: '', name, value: decimal(score.value, language), share: score.value }] : [];
  });
  const below = keyFigures(scoreboard, unit, language) ?? unitSentence(scoreboard, unit, language);
  return draw({ scoreboard, language, heading: unitLabel(unit), below, rows: rows.slice(0, mostRows) });
}

/** `Chỉ số chuyển đổi số (DTI) năm 2024: hạng 5/34, giá trị 0,7951`; null: there is no total to tell of. */
function keyFigures(scoreboard: ShownScoreboard, unit: ShownUnit, language: Language): string | null {
  const total = totalMeasure(scoreboard);
  const score = total && unit.scores[total.measure];
  if (!score) return null;
  const rank =
    score.rank === null
      ? rankingWords.unranked[language]
      : `${unitWords.rank[language]} ${score.rank}/${scoreboard.ranked_count}`;
  const index = `${frameWords.brand[language]} ${periodName(scoreboard.period, language)}`;
  return `${index}: ${rank.toLowerCase()}, ${unitWords.value[language].toLowerCase()} ${decimal(score.value, language)}`;
}

/** Constant but for what it shows, so that it is drawn the same again. */
const draw = (shown: Shown): string => render(<Picture {...shown} />);

function Picture({ scoreboard, language, heading, below, rows }: Shown) {
  const [notice = ''] = notices(scoreboard, language);
  const top = notice === '' ? 0 : 60;
  const lines = wrapText(below, 66);
  const first = top + 190 + lines.length * 40;
  const pitch = Math.min(46, Math.floor((lastRow - first) / Math.max(1, rows.length - 1)));
  return (
    <svg xmlns="http://www.w3.org/2000/svg" {...sheet}>
      <title>{heading}</title>
      <rect {...sheet} fill="#ffffff" />
      <g font-family="Noto Sans" fill={ink.text}>
        {notice !== '' && <rect width={sheet.width} height={top} fill={ink.warnGround} />}
        <Line y={40} size={26} fill={ink.warn} bold>
          {notice}
        </Line>
        <Line y={top + 110} size={56} bold>
          {heading}
        </Line>
        {lines.map((line, position) => (
          <Line key={line} y={top + 165 + position * 40} size={30}>
            {line}
          </Line>
        ))}
        {rows.map((row, position) => (
          <Bar key={row.name} row={row} y={first + position * pitch} />
        ))}
        <Line y={600} size={22} fill={ink.muted}>
          {`${officeOf(scoreboard.group)}. ${releaseOf(scoreboard, language)}`}
        </Line>
      </g>
    </svg>
  );
}

/** A long name is written smaller: so much of its size a letter is wide, at most, over a whole name. */
const letterWidth = 0.6;

const fitted = (text: string, size: number, room: number): number =>
  Math.min(size, Math.floor(room / (letterWidth * text.length)));

interface LineProps {
  y: number;
  size: number;
  fill?: string;
  bold?: boolean;
  children: string;
}

const Line = ({ y, size, fill = ink.text, bold = false, children }: LineProps) => (
  <text
    x={margin}
    y={y}
    font-size={fitted(children, size, sheet.width - 2 * margin)}
    fill={fill}
    font-weight={bold ? '700' : '400'}
  >
    {children}
  </text>
);

/** Above the line that says whose figures these are. */
const lastRow = 548;

const bar = { x: 560, width: 440 } as const;

/** What is called, its value, and a bar between, on whole pixels: edges between two would be more colours. */
function Bar({ row: { lead, name, value, share }, y }: { row: Row; y: number }) {
  const nameAt = lead === '' ? margin : margin + 56;
  return (
    <>
      <text x={margin + 36} y={y} font-size="28" text-anchor="end" fill={ink.muted}>
        {lead}
      </text>
      <text x={nameAt} y={y} font-size={fitted(name, 28, bar.x - 16 - nameAt)}>
        {name}
      </text>
      <rect x={bar.x} y={y - 24} width={lengthOf(share)} height="30" fill={ink.bar} />
      <text x={sheet.width - margin} y={y} font-size="28" font-weight="700" text-anchor="end">
        {value}
      </text>
    </>
  );
}

const lengthOf = (share: string): number => Math.round(Math.min(1, Math.max(0, Number(share))) * bar.width);
