import { dayInVietnam } from '../../../format/format-date.ts';
import { addresses } from '../../../open-data/addresses.ts';
import type { Upcoming } from '../../../open-data/calendar.ts';
import { inOrder, type PublicRelease, shortNameOf, successorsOf } from '../../../open-data/public-release.ts';
import { withoutDates } from '../../../release/release-name.ts';
import { renderDocument } from '../../document.tsx';
import { type Language, languages } from '../../language.ts';
import {
  announcedFor,
  correctionOf,
  countsOf,
  inAll,
  publishedOn,
  supersededBy,
  roundsWords as words,
} from '../../words/rounds-words.ts';
import { dayOf, releaseLabel } from '../../words/scoreboard-words.ts';

/** Where the list stands, in each language. */
const paths: Record<Language, string> = { vi: '/cac-dot/', en: '/en/cac-dot/' };

/**
 * The list of all releases, and of what is to come, by path: of no release, so that it is made again whenever one comes out, is
 * announced or withdrawn.
 */
export const roundsFiles = (
  releases: readonly PublicRelease[],
  upcoming: readonly Upcoming[] = [],
): Map<string, string> =>
  new Map(languages.map((language) => [`${paths[language]}index.html`, renderRounds(releases, upcoming, language)]));

function renderRounds(releases: readonly PublicRelease[], upcoming: readonly Upcoming[], language: Language): string {
  const groups = newestFirst(releases);
  return renderDocument({
    language,
    rounds: paths,
    title: words.title[language],
    description: words.lead[language],
    feed: { title: words.title[language], address: addresses.releasesFeed(language) },
    children: (
      <main id="noi-dung">
        <h1>{words.title[language]}</h1>
        <p class="lead">{words.lead[language]}</p>
        <p>
          {inAll(
            releases.length,
            groups.map((of) => groupName(of[0]!, language)),
            language,
          )}{' '}
          <a href={language === 'vi' ? '/' : '/en/'}>{words.home[language]}</a> ·{' '}
          <a href={addresses.releasesFeed(language)}>{words.news[language]}</a>
        </p>
        {upcoming.length > 0 && <Calendar upcoming={upcoming} language={language} />}
        {groups.map((of) => (
          <Group key={of[0]!.header.group} releases={of} successors={successorsOf(releases)} language={language} />
        ))}
      </main>
    ),
  });
}

function Calendar({ upcoming, language }: { upcoming: readonly Upcoming[]; language: Language }) {
  return (
    <section aria-labelledby="lich">
      <h2 id="lich">{words.calendar[language]}</h2>
      <ul class="plain">
        {upcoming.map((one) => {
          const [before, minute, after] = announcedFor(one, language);
          return (
            <li key={`${one.group} ${one.period}`}>
              {before}
              <time dateTime={one.public_at}>{minute}</time>
              {after}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** Groups by when something of them was last released, each with its newest period and number first. */
function newestFirst(releases: readonly PublicRelease[]): PublicRelease[][] {
  const groups = Map.groupBy(inOrder(releases).reverse(), ({ header }) => `${header.index}/${header.group}`);
  return [...groups.values()].sort((a, b) => (lastOf(a) < lastOf(b) ? 1 : -1));
}

const lastOf = (releases: readonly PublicRelease[]): string =>
  releases.reduce((last, { released_at }) => (released_at > last ? released_at : last), '');

const groupName = ({ header }: PublicRelease, language: Language): string =>
  withoutDates(language === 'vi' ? header.group_name_vi : header.group_name_en);

interface GroupProps {
  releases: PublicRelease[];
  successors: ReadonlyMap<string, PublicRelease>;
  language: Language;
}

function Group({ releases, successors, language }: GroupProps) {
  const [first] = releases;
  const id = `${first!.header.index}-${first!.header.group}`;
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{groupName(first!, language)}</h2>
      <ul class="plain">
        {releases.map((release) => (
          <Line
            key={release.header.release}
            release={release}
            successor={successors.get(release.header.release) ?? null}
            language={language}
          />
        ))}
      </ul>
    </section>
  );
}

interface LineProps {
  release: PublicRelease;
  successor: PublicRelease | null;
  language: Language;
}

function Line({ release, successor, language }: LineProps) {
  const { header, correction } = release;
  const day = dayOf(dayInVietnam(release.released_at), language);
  return (
    <li id={header.release}>
      <a href={`${language === 'en' && release.paged ? '/en' : ''}${addresses.release(release)}`}>
        {releaseLabel(header.release, language)}
      </a>
      :{' '}
      {[publishedOn(day, header.kind === 'published', language), ...statesOf(release, successor, language)].join('; ')}
      {correction?.reason && (
        <>
          {' '}
          <small>
            {words.reason[language]}: <span lang="vi">{correction.reason.text_vi}</span>
          </small>
        </>
      )}
    </li>
  );
}

function statesOf(
  { header, correction }: PublicRelease,
  successor: PublicRelease | null,
  language: Language,
): string[] {
  const isElsewhere = header.kind === 'published';
  return [
    ...(isElsewhere ? [words.elsewhere[language]] : []),
    ...(header.framework.illustrative ? [words.illustrative[language]] : []),
    countsOf(header.unit_count, header.ranked_count, language),
    ...(correction
      ? [correctionOf(correction.corrects.slice(correction.corrects.lastIndexOf('/') + 1), language)]
      : []),
    ...(successor ? [supersededBy(shortNameOf(successor), language)] : []),
    ...(!successor && !isElsewhere ? [words.current[language]] : []),
  ];
}
