import type { ComponentChildren } from 'preact';
import { render } from 'preact-render-to-string';
import { type EmbedProps, releasePage } from './embed-facts.ts';
import { sourceOf, warningsOf } from './embed-words.ts';

/** One picture's own colours: it stands in pages whose theme it cannot know, so it brings its ground with it. */
const ink = { text: '#17202a', muted: '#4a5a6a', rule: '#d5dce3', bar: '#a6cbe6', warn: '#5c3b00' } as const;

export const width = 640;
const lineHeight = 22;
/** First line of the content, below title and source. */
const top = 84;

/** A line of the picture: what it is called, what is told of it, how long its bar is. */
export interface SvgLine {
  lead: string;
  name: string;
  value: string;
  /** Decimal text from 0 to 1; null: no bar. */
  share: string | null;
}

interface SvgProps extends EmbedProps {
  title: string;
  lines: SvgLine[];
  /** Below the lines; empty: nothing. */
  note: string;
}

/** A picture for pages that take no frames. Says in words what it shows, for whoever does not see it. */
export const renderEmbedSvg = (props: SvgProps): string => `${render(<EmbedSvg {...props} />)}\n`;

function EmbedSvg({ title, lines, note, ...props }: SvgProps) {
  const { scoreboard, facts, language } = props;
  const warnings = warningsOf(scoreboard, facts, language).join(' ');
  const source = sourceOf(scoreboard, facts, language);
  const notes = [note, releasePage(props)].filter((text) => text !== '');
  const bottom = top + lines.length * lineHeight;
  const height = bottom + notes.length * 18 + 14;
  const label = [warnings, title, `${source}.`].filter((text) => text !== '').join(' ');
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="img"
      lang={language}
    >
      <title>{label}</title>
      <desc>{lines.map(({ lead, name, value }) => `${lead} ${name} ${value}`.trim()).join('; ')}</desc>
      <rect width={width} height={height} fill="#fff" />
      <g font-family="Noto Sans,Segoe UI,Roboto,Arial,sans-serif" font-size="13" fill={ink.text}>
        <Line y={24} size={16} bold>
          {title}
        </Line>
        <Line y={44} size={12} fill={ink.muted}>
          {source}
        </Line>
        {warnings !== '' && (
          <Line y={62} size={12} fill={ink.warn} bold>
            {warnings}
          </Line>
        )}
        {lines.map((line, position) => (
          <Row key={line.name} line={line} y={top + position * lineHeight} />
        ))}
        {notes.map((text, position) => (
          <Line key={text} y={bottom + 8 + position * 18} size={12} fill={ink.muted}>
            {text}
          </Line>
        ))}
      </g>
    </svg>
  );
}

interface LineProps {
  y: number;
  size: number;
  fill?: string;
  bold?: boolean;
  children: ComponentChildren;
}

const Line = ({ y, size, fill, bold = false, children }: LineProps) => (
  <text x="16" y={y} font-size={size} {...(fill ? { fill } : {})} {...(bold ? { 'font-weight': '600' } : {})}>
    {children}
  </text>
);

const bar = { x: 446, width: 110 } as const;

function Row({ line: { lead, name, value, share }, y }: { line: SvgLine; y: number }) {
  return (
    <>
      <text x="44" y={y} text-anchor="end">
        {lead}
      </text>
      <text x="56" y={y}>
        {name}
      </text>
      {share !== null && <rect x={bar.x} y={y - 11} width={lengthOf(share)} height="14" fill={ink.bar} />}
      <text x={width - 16} y={y} text-anchor="end" font-weight="600">
        {value}
      </text>
    </>
  );
}

/** In tenths of a pixel, so that the bytes do not hang on the last bit of a double. */
const lengthOf = (share: string): string => (Math.round(Number(share) * bar.width * 10) / 10).toString();
