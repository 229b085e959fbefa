import type { LogLine } from '../../../../read-log/log-line.ts';
import type { LogPage } from '../../../../read-log/log-page.ts';
import { releaseLabel } from '../../parts/release-label.ts';
import { Said } from '../../parts/said.tsx';
import { formatLastDay, formatTime, When } from '../../parts/when.tsx';
import { kinds, runStates } from '../../words/ministry.ts';
import { useSay } from '../../words.ts';
import { type Names, Who } from './who.tsx';

interface LogListProps {
  page: Pick<LogPage, 'entries' | 'indicators'>;
  names: Names;
  of: Record<string, string>;
}

/** Who did what when: a line for each entry, with its number and hash. */
export function LogList({ page: { entries, indicators }, names, of }: LogListProps) {
  const say = useSay();
  if (entries.length === 0) return <p>{say({ vi: 'Chưa có gì.', en: 'Nothing yet.' })}</p>;
  return (
    <ol class="log">
      {entries.map((line) => (
        <li key={line.sha256}>
          <When at={line.at} /> · <Who line={line} names={names} of={of} /> ·{' '}
          <strong>{say(kinds[line.kind] ?? { vi: line.kind, en: line.kind })}</strong>
          {line.unit_name_vi && !['officer', 'certifier'].includes(line.role) && ` · ${line.unit_name_vi}`}
          <Outcome line={line} />
          <Details about={line.about} indicators={indicators} />
          <br />
          <small class="sha">
            {line.unit_id ?? say({ vi: 'kỳ', en: 'period' })} #{line.number} ·{' '}
            <abbr title={line.sha256}>{line.sha256.slice(0, 16)}…</abbr>
          </small>
        </li>
      ))}
    </ol>
  );
}

/** Indicators of one entry that are named; more are counted. */
const mostNamed = 3;

/** What of an entry a person can read: the rest are hashes, which its own hash covers. */
function Details({ about, indicators }: { about: object; indicators: LogPage['indicators'] }) {
  const say = useSay();
  const { indicator, receipt, release, public_at, deadline_at, until_at, bytes, sha256, reason_vi, despite_vi } =
    about as Record<string, string | number | undefined>;
  const { decided = [], withdrawn = [] } = about as { decided?: string[]; withdrawn?: string[] };
  const several = [...decided, ...withdrawn];
  const nameOf = (code: string | number) => {
    const name = indicators[code];
    return name ? say({ vi: name.name_vi, en: name.name_en }) : code;
  };
  const told = [
    indicator !== undefined && nameOf(indicator),
    several.length > mostNamed
      ? say({ vi: `${several.length} chỉ số`, en: `${several.length} indicators` })
      : several.map(nameOf).join('; '),
    receipt !== undefined && say({ vi: `lần gửi ${receipt}`, en: `receipt ${receipt}` }),
    release !== undefined && say(releaseLabel(`${release}`)),
    public_at !== undefined &&
      say({ vi: `cho ${formatTime(`${public_at}`)}`, en: `for ${formatTime(`${public_at}`)}` }),
    (deadline_at ?? until_at) &&
      `${say({ vi: 'đến hết ngày', en: 'until' })} ${formatLastDay(`${deadline_at ?? until_at}`)}`,
    bytes !== undefined && `${Math.ceil(Number(bytes) / 1024)} KB, ${String(sha256).slice(0, 8)}…`,
  ].filter(Boolean);
  const why = reason_vi ?? despite_vi;
  return (
    <>
      {told.length > 0 && ` · ${told.join(' · ')}`}
      {why !== undefined && (
        <>
          {' · '}
          <Said text={`${why}`} />
        </>
      )}
    </>
  );
}

/** What became of a file or a run. */
function Outcome({ line: { answer, outcome } }: { line: LogLine }) {
  const say = useSay();
  if (answer)
    return (
      <>
        {' · '}
        {answer.accepted ? say({ vi: 'tiếp nhận', en: 'accepted' }) : say({ vi: 'từ chối', en: 'rejected' })}
        {answer.errors > 0 && say({ vi: `, ${answer.errors} lỗi`, en: `, ${answer.errors} errors` })}
        {answer.warnings > 0 && say({ vi: `, ${answer.warnings} cần rà soát`, en: `, ${answer.warnings} warnings` })}
      </>
    );
  if (outcome === 'ready' || outcome === 'failed') return <> · {say(runStates[outcome])}</>;
  return null;
}
