import { useContext } from 'preact/hooks';
import type { PeriodLine } from '../../../../../shared/ledger/describe-period.ts';
import type { Scoreboard } from '../../../../../shared/scoring/scoreboard.ts';
import { download } from '../../api.ts';
import { get } from '../../ask-ahead.ts';
import { ActButton } from '../../parts/act-button.tsx';
import { Field } from '../../parts/field.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { Page } from '../../parts/page.tsx';
import { periodName } from '../../parts/period-name.ts';
import { useAct } from '../../use-act.ts';
import { useQuery } from '../../use-query.ts';
import { type Language, LanguageContext, useSay } from '../../words.ts';
import { Choices } from './choices.tsx';
import { chosenOf, type Option, releasedFirst, tableAddress, textOfChosen } from './chosen.ts';
import { compareNames } from './compare-names.ts';

/** A table of the ministry's own: units, measures and periods are chosen, and stand in the address of the screen. */
export function TableScreen() {
  const say = useSay();
  return (
    <Page title={say({ vi: 'Bảng số liệu theo lựa chọn', en: 'A table of your choice' })}>
      <p>
        {say({
          vi: 'Chọn nhóm, kỳ, chỉ số và đơn vị để tải một bảng Excel từ các đợt đã công bố, có trang ghi nguồn của từng kỳ.',
          en: 'Choose group, periods, measures and units: an Excel table out of what is released, with the source of each period.',
        })}
      </p>
      <Loaded from={(signal) => get<{ periods: PeriodLine[] }>('/v1/me/periods', signal)}>
        {({ periods }) => <OfGroup lines={releasedFirst(periods)} />}
      </Loaded>
    </Page>
  );
}

function OfGroup({ lines }: { lines: readonly PeriodLine[] }) {
  const say = useSay();
  const language = useContext(LanguageContext);
  const [query, setQuery] = useQuery();
  const groups = new Map(lines.map((line) => [line.group, say({ vi: line.group_name_vi, en: line.group_name_en })]));
  if (groups.size === 0) return <p>{say({ vi: 'Chưa có kỳ nào được công bố.', en: 'Nothing has been released.' })}</p>;
  const asked = query.get('nhom') ?? '';
  const group = groups.has(asked) ? asked : [...groups.keys()][0]!;
  const own = lines.filter((line) => line.group === group);
  const periods = own.map(({ period }) => ({ code: period, name: periodName(period)[language] }));
  const chosen = chosenOf(query.get('ky'), periods);
  // Whose units and measures there are to choose from.
  const newest = own.find(({ period }) => chosen.has(period));
  return (
    <>
      <Field
        label={say({ vi: 'Nhóm đơn vị', en: 'Group of units' })}
        value={group}
        options={[...groups]}
        onInput={(nhom) => setQuery({ nhom, ky: null, 'chi-so': null, 'don-vi': null })}
      />
      <Choices
        legend={say({ vi: 'Kỳ', en: 'Periods' })}
        options={periods}
        chosen={chosen}
        onChoose={(next) => setQuery({ ky: textOfChosen(next, periods) })}
      />
      {newest ? (
        <Loaded from={(signal) => get<Scoreboard>(scoreboardOf(newest), signal)} on={[newest.release]}>
          {(scoreboard) => (
            <OfRelease scoreboard={scoreboard} periods={textOfChosen(chosen, periods)} count={chosen.size} />
          )}
        </Loaded>
      ) : (
        <p>{say({ vi: 'Cần chọn ít nhất một kỳ.', en: 'Choose a period.' })}</p>
      )}
    </>
  );
}

const scoreboardOf = ({ group, period }: PeriodLine) =>
  `/v1/scoreboard/${encodeURIComponent(group)}/${encodeURIComponent(period)}`;

interface OfReleaseProps {
  /** Of the newest period chosen: whose units and measures there are. */
  scoreboard: Scoreboard;
  /** Of the address; null: all. */
  periods: string | null;
  count: number;
}

function OfRelease({ scoreboard, periods, count }: OfReleaseProps) {
  const say = useSay();
  const language = useContext(LanguageContext);
  const [query, setQuery] = useQuery();
  const act = useAct();
  const measures = measuresIn(scoreboard, language);
  const units = unitsIn(scoreboard);
  const [wanted, named] = [chosenOf(query.get('chi-so'), measures), chosenOf(query.get('don-vi'), units)];
  const choices = { periods, measures: textOfChosen(wanted, measures), units: textOfChosen(named, units) };
  const kept = wanted.size > 0 && named.size > 0;
  return (
    <>
      <Choices
        legend={say({ vi: 'Chỉ số', en: 'Measures' })}
        options={measures}
        chosen={wanted}
        onChoose={(next) => setQuery({ 'chi-so': textOfChosen(next, measures) })}
      />
      <Choices
        legend={say({ vi: 'Đơn vị', en: 'Units' })}
        options={units}
        chosen={named}
        onChoose={(next) => setQuery({ 'don-vi': textOfChosen(next, units) })}
      />
      <p role="status">
        {say({
          vi: `Bảng: ${named.size} đơn vị, ${wanted.size} chỉ số, ${count} kỳ.`,
          en: `${named.size} units, ${wanted.size} measures, ${count} periods.`,
        })}
      </p>
      <ActButton
        act={act}
        onAct={() => act.run(() => download(tableAddress(scoreboard, choices)))}
        keptFrom={
          kept ? null : say({ vi: 'Cần chọn ít nhất một chỉ số và một đơn vị.', en: 'Choose a measure and a unit.' })
        }
      >
        {say({ vi: 'Tải bảng Excel', en: 'Download the table, Excel' })}
      </ActButton>
    </>
  );
}

const measuresIn = ({ measures }: Scoreboard, language: Language): Option[] =>
  measures.map(({ measure, name_vi, name_en }) => ({ code: measure, name: language === 'vi' ? name_vi : name_en }));

const unitsIn = ({ units }: Scoreboard): Option[] =>
  units
    .map(({ unit_id, unit_name_vi }) => ({ code: unit_id, name: unit_name_vi }))
    .sort((a, b) => compareNames(a.name, b.name));
