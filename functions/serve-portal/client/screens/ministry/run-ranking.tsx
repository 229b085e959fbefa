import { formatDecimal } from '../../../../../shared/format/format-decimal.ts';
import type { Scoreboard, ScoreboardUnit } from '../../../../../shared/scoring/scoreboard.ts';
import type { RunChanges } from '../../../../read-run/read-run-scoreboard.ts';
import { get } from '../../ask-ahead.ts';
import { Loaded } from '../../parts/loaded.tsx';
import { useQuery } from '../../use-query.ts';
import { useSay } from '../../words.ts';

type Page = Scoreboard & { next: string | null };

/** The ranking that would be published, with who moved; whoever is not ranked stands below, and why. */
export function RunRanking({ at }: { at: string }) {
  const say = useSay();
  const [query, setQuery] = useQuery();
  const cursor = query.get('tu');
  const page = cursor ? `?cursor=${cursor}` : '';
  return (
    <section>
      <h2>{say({ vi: 'Xếp hạng dự kiến', en: 'Ranking' })}</h2>
      <Loaded
        from={(signal) =>
          Promise.all([get<Page>(`${at}/scoreboard${page}`, signal), get<RunChanges>(`${at}/changes${page}`, signal)])
        }
        on={[at, page]}
      >
        {([scoreboard, changes]) => (
          <>
            {scoreboard.notice_vi && <p class="notice">{scoreboard.notice_vi}</p>}
            <p>
              {say({
                vi: `${scoreboard.ranked_count} đơn vị xếp hạng trong ${scoreboard.unit_count}, ${scoreboard.submitted_count} đơn vị có số liệu. Bộ chỉ số ${scoreboard.framework.legal_number}.`,
                en: `${scoreboard.ranked_count} of ${scoreboard.unit_count} ranked, ${scoreboard.submitted_count} with figures. Framework ${scoreboard.framework.legal_number}.`,
              })}
            </p>
            <Ranked scoreboard={scoreboard} changes={changes} />
            <Unranked units={scoreboard.units.filter(({ rank }) => rank === null)} />
            {scoreboard.next && (
              <button type="button" onClick={() => setQuery({ tu: scoreboard.next })}>
                {say({ vi: 'Trang sau', en: 'Next page' })}
              </button>
            )}
          </>
        )}
      </Loaded>
    </section>
  );
}

function Ranked({ scoreboard, changes }: { scoreboard: Page; changes: RunChanges }) {
  const say = useSay();
  const moved = new Map(changes.changes?.units.map((unit) => [unit.unit_id, unit.rank_change]));
  const against = changes.changes?.against.release;
  return (
    <table class="rows">
      <thead>
        <tr>
          <th scope="col" class="number rank">
            {say({ vi: 'Hạng', en: 'Rank' })}
          </th>
          <th scope="col">{say({ vi: 'Đơn vị', en: 'Unit' })}</th>
          <th scope="col" class="number">
            {say({ vi: 'Giá trị', en: 'Value' })}
          </th>
          {against && <th scope="col">{say({ vi: `So với ${against}`, en: `Against ${against}` })}</th>}
        </tr>
      </thead>
      <tbody>
        {scoreboard.units
          .filter(({ rank }) => rank !== null)
          .map(({ unit_id, unit_name_vi, rank, scores }) => (
            <tr key={unit_id}>
              <td class="number">{rank}</td>
              <th scope="row">{unit_name_vi}</th>
              <td class="number">{formatDecimal(scores[scoreboard.index]?.value ?? '')}</td>
              {against && <td>{say(movedWord(moved.get(unit_id) ?? null))}</td>}
            </tr>
          ))}
      </tbody>
    </table>
  );
}

function movedWord(places: number | null) {
  if (places === null) return { vi: '–', en: '–' };
  if (places === 0) return { vi: 'không đổi', en: 'unchanged' };
  return places > 0
    ? { vi: `tăng ${places} bậc`, en: `up ${places}` }
    : { vi: `giảm ${-places} bậc`, en: `down ${-places}` };
}

function Unranked({ units }: { units: ScoreboardUnit[] }) {
  const say = useSay();
  if (units.length === 0) return null;
  const [silent, others] = [
    units.filter(({ state }) => state === 'not_submitted'),
    units.filter(({ state }) => state !== 'not_submitted'),
  ];
  const names = (of: ScoreboardUnit[]) => of.map(({ unit_name_vi }) => unit_name_vi).join(', ');
  return (
    <>
      <h3>{say({ vi: 'Không xếp hạng', en: 'Not ranked' })}</h3>
      {others.length > 0 && (
        <p>
          {say({ vi: 'Có số liệu, chưa đủ để xếp hạng: ', en: 'With figures, too few to rank: ' })}
          {names(others)}
        </p>
      )}
      {silent.length > 0 && (
        <p>
          {say({ vi: 'Chưa có số liệu được tính: ', en: 'Nothing that counts: ' })}
          {names(silent)}
        </p>
      )}
    </>
  );
}
