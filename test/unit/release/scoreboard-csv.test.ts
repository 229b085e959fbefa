import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { renderScoreboardCsv } from '../../../shared/release/scoreboard-csv.ts';
import { buildProvinceScoreboard, withMissing, withoutTotal, withTie } from '../../support/scoreboard-builder.ts';

const header =
  'rank,unit_id,unit_name_vi,dti,awareness,awareness_rank,institutions,institutions_rank,infrastructure,' +
  'infrastructure_rank,workforce,workforce_rank,security,security_rank,activity_gov,activity_gov_rank,activity_econ,' +
  'activity_econ_rank,activity_soc,activity_soc_rank,pillar_gov,pillar_gov_rank,pillar_econ,pillar_econ_rank,' +
  'pillar_soc,pillar_soc_rank';

const read = (csv: string) => parse(csv, { bom: true, columns: true }) as Record<string, string>[];

describe('renderScoreboardCsv', () => {
  it('begins with a byte order mark and the promised header, because other systems read columns by these names', () => {
    const csv = renderScoreboardCsv(buildProvinceScoreboard());
    expect(csv.split('\r\n')[0]).toBe(`\uFEFF${header}`);
    expect([...new TextEncoder().encode(csv).slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  });

  it('ends every line with CRLF and holds one line per unit', () => {
    const csv = renderScoreboardCsv(buildProvinceScoreboard());
    expect(csv.endsWith('\r\n')).toBe(true);
    expect(csv.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(csv.trimEnd().split('\r\n')).toHaveLength(35);
  });

  it('writes values with a point and four decimals beside their ranks', () => {
    const [first] = read(renderScoreboardCsv(buildProvinceScoreboard()));
    expect(first).toMatchObject({ rank: '1', unit_id: 'P01-2025', unit_name_vi: 'Hà Nội', dti: '0.8241' });
    expect(first).toMatchObject({ awareness: '1.0000', awareness_rank: '1', security: '0.8082', security_rank: '19' });
  });

  it('repeats a shared rank, skips the next, and orders a tie by unit_id', () => {
    const rows = read(renderScoreboardCsv(withTie(buildProvinceScoreboard(), 'P31-2025', 'P46-2025')));
    expect(rows.slice(1, 4).map((row) => [row.rank, row.unit_id])).toEqual([
      ['2', 'P31-2025'],
      ['2', 'P46-2025'],
      ['4', 'P79-2025'],
    ]);
  });

  it('puts a unit that did not submit last with empty cells, never with a zero', () => {
    const lines = renderScoreboardCsv(withMissing(buildProvinceScoreboard(), 'P01-2025')).trimEnd().split('\r\n');
    expect(lines.at(-1)).toBe(`,P01-2025,Hà Nội${','.repeat(23)}`);
  });

  it('keeps the columns rank and dti, empty, when the framework publishes no total', () => {
    const csv = renderScoreboardCsv(withoutTotal(buildProvinceScoreboard()));
    expect(csv.split('\r\n')[0]).toMatch(/^\uFEFFrank,unit_id,unit_name_vi,dti,awareness,awareness_rank,/);
    for (const row of read(csv)) expect([row.rank, row.dti, row.awareness_rank]).toEqual(['', '', '']);
    expect(read(csv)[0]).toMatchObject({ unit_id: 'P01-2025', awareness: '1.0000' });
  });

  it.each(['=', '+', '-', '@', '\t', '\r', '＝'])('disarms a name that begins with %j, which Excel may run', (sign) => {
    const scoreboard = buildProvinceScoreboard();
    scoreboard.units[0]!.unit_name_vi = `${sign}HYPERLINK("x")`;
    expect(read(renderScoreboardCsv(scoreboard))[0]!.unit_name_vi).toBe(`'${sign}HYPERLINK("x")`);
  });

  it('leaves a negative number alone, because a guarded number is no number', () => {
    const scoreboard = buildProvinceScoreboard();
    scoreboard.units[0]!.scores.awareness!.value = '-0.0100';
    expect(read(renderScoreboardCsv(scoreboard))[0]!.awareness).toBe('-0.0100');
  });
});
