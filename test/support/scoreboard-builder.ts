import Big from 'big.js';
import type { Scoreboard, ScoreboardMeasure, ScoreboardUnit } from '../../shared/scoring/scoreboard.ts';

const foundation = ['awareness', 'institutions', 'infrastructure', 'workforce', 'security'];

/** measure, Vietnamese name, English name, points assessed in the 2024 round. */
const indexRows: [string, string, string, number][] = [
  ['awareness', 'Nhận thức số', 'Digital awareness', 50],
  ['institutions', 'Thể chế số', 'Digital institutions', 50],
  ['infrastructure', 'Hạ tầng số', 'Digital infrastructure', 140],
  ['workforce', 'Nhân lực số', 'Digital workforce', 100],
  ['security', 'An toàn thông tin mạng', 'Network information security', 100],
  ['activity_gov', 'Hoạt động chính quyền số', 'Digital government activities', 200],
  ['activity_econ', 'Hoạt động kinh tế số', 'Digital economy activities', 150],
  ['activity_soc', 'Hoạt động xã hội số', 'Digital society activities', 150],
];

const pillarRows: [string, string, string, string[]][] = [
  ['pillar_gov', 'Chính quyền số', 'Digital government', [...foundation, 'activity_gov']],
  ['pillar_econ', 'Kinh tế số', 'Digital economy', [...foundation, 'activity_econ']],
  ['pillar_soc', 'Xã hội số', 'Digital society', [...foundation, 'activity_soc']],
];

/** Published figures of 2024: unit_id|name|predecessors when merged|dti|the eight main indices. */
const published = `
P01-2025|Hà Nội||0.8241|1.0000|1.0000|0.9286|0.9000|0.8082|0.5661|0.9250|0.8127
P46-2025|Huế||0.7951|1.0000|1.0000|0.9664|0.8075|1.0000|0.7519|0.5617|0.6451
P31-2025|Hải Phòng|Hải Dương, Hải Phòng|0.7857|1.0000|1.0000|0.9898|0.9320|0.7131|0.6375|0.7613|0.6253
P79-2025|Hồ Chí Minh|Bình Dương, Bà Rịa - Vũng Tàu, Hồ Chí Minh|0.7770|1.0000|1.0000|0.9881|0.9165|0.7168|0.5513|0.7538|0.7024
P38-2025|Thanh Hóa||0.7742|1.0000|1.0000|0.9544|1.0000|0.9500|0.6306|0.6179|0.5359
P11-2025|Điện Biên||0.7651|0.9000|1.0000|0.9466|0.9846|0.9722|0.6458|0.5487|0.5637
P42-2025|Hà Tĩnh||0.7629|1.0000|1.0000|0.7529|1.0000|1.0000|0.6331|0.7199|0.5139
P19-2025|Thái Nguyên|Bắc Kạn, Thái Nguyên|0.7521|1.0000|1.0000|0.8738|0.8911|0.7873|0.7809|0.5651|0.5059
P22-2025|Quảng Ninh||0.7484|1.0000|1.0000|1.0000|0.9000|0.9152|0.4088|0.7325|0.6025
P20-2025|Lạng Sơn||0.7480|1.0000|1.0000|1.0000|0.9000|1.0000|0.5569|0.7101|0.3685
P24-2025|Bắc Ninh|Bắc Giang, Bắc Ninh|0.7474|1.0000|1.0000|0.8852|0.7875|0.8715|0.4840|0.7978|0.6416
P37-2025|Ninh Bình|Hà Nam, Nam Định, Ninh Bình|0.7223|1.0000|0.8667|0.8336|0.6739|0.8268|0.6898|0.5380|0.6676
P40-2025|Nghệ An||0.7184|1.0000|1.0000|0.9561|0.8755|1.0000|0.4967|0.4196|0.6106
P15-2025|Lào Cai|Lào Cai, Yên Bái|0.7167|1.0000|0.9000|0.8658|0.6803|0.8874|0.6312|0.6492|0.5138
P75-2025|Đồng Nai|Bình Phước, Đồng Nai|0.7164|1.0000|0.9000|0.9822|0.5936|0.8854|0.4431|0.6354|0.7273
P56-2025|Khánh Hòa|Khánh Hòa, Ninh Thuận|0.7071|1.0000|0.9000|0.9257|0.7457|0.8456|0.5156|0.6267|0.5591
P48-2025|Đà Nẵng|Đà Nẵng, Quảng Nam|0.7069|1.0000|1.0000|0.8752|0.4923|0.6831|0.6444|0.7289|0.5747
P12-2025|Lai Châu||0.7056|1.0000|1.0000|0.8690|1.0000|1.0000|0.5765|0.4913|0.3510
P92-2025|Cần Thơ|Cần Thơ, Hậu Giang, Sóc Trăng|0.7030|1.0000|0.9333|0.8889|0.7718|0.7751|0.6102|0.5025|0.5841
P25-2025|Phú Thọ|Hòa Bình, Phú Thọ, Vĩnh Phúc|0.6973|0.9333|0.9333|0.8663|0.7303|0.7779|0.5881|0.6078|0.5418
P80-2025|Tây Ninh|Tây Ninh, Long An|0.6959|1.0000|0.8000|0.9694|0.9165|0.7664|0.5699|0.4516|0.5228
P08-2025|Tuyên Quang|Hà Giang, Tuyên Quang|0.6862|1.0000|0.9000|0.8214|0.6884|0.8434|0.5792|0.6155|0.4915
P51-2025|Quảng Ngãi|Quảng Ngãi, Kon Tum|0.6822|1.0000|1.0000|0.7222|0.8761|0.7659|0.5803|0.5557|0.5107
P68-2025|Lâm Đồng|Bình Thuận, Đắk Nông, Lâm Đồng|0.6729|1.0000|0.8667|0.9717|0.4863|0.8638|0.5608|0.5037|0.5365
P86-2025|Vĩnh Long|Bến Tre, Trà Vinh, Vĩnh Long|0.6696|0.9000|0.8000|0.8557|0.7919|0.8309|0.5689|0.5007|0.4899
P14-2025|Sơn La||0.6640|0.8000|1.0000|0.9214|0.5971|0.6800|0.6571|0.5613|0.4127
P82-2025|Đồng Tháp|Tiền Giang, Đồng Tháp|0.6494|0.9500|0.9000|0.8923|0.6506|0.8072|0.4237|0.5732|0.5101
P96-2025|Cà Mau|Bạc Liêu, Cà Mau|0.6453|0.9500|0.8000|0.8734|0.6993|0.7571|0.6239|0.3433|0.4995
P66-2025|Đắk Lắk|Phú Yên, Đắk Lắk|0.6410|0.7500|0.8000|0.8617|0.6863|0.7125|0.5509|0.4673|0.5617
P91-2025|An Giang|An Giang, Kiên Giang|0.6353|1.0000|1.0000|0.8057|0.5467|0.6739|0.6453|0.4035|0.4849
P52-2025|Gia Lai|Bình Định, Gia Lai|0.6129|1.0000|0.9000|0.6359|0.5414|0.8647|0.5814|0.4266|0.4748
P33-2025|Hưng Yên|Hưng Yên, Thái Bình|0.5895|0.9500|0.7000|0.7339|0.2793|0.8390|0.5183|0.4782|0.5444
P44-2025|Quảng Trị|Quảng Bình, Quảng Trị|0.5858|0.8000|1.0000|0.8373|0.4609|0.6953|0.4068|0.3702|0.6062
P04-2025|Cao Bằng||0.5128|0.9000|1.0000|0.4904|0.4024|0.6233|0.3810|0.4982|0.4325
`;

type Score = ScoreboardUnit['scores'][string];

const maximum = new Map(indexRows.map(([measure, , , points]) => [measure, points]));

function scoreOf(points: Big, max: Big, value = points.div(max).toFixed(4)): Score {
  return { value, points: points.toFixed(4), max_points: max.toFixed(4), rank: null };
}

function parseUnit(line: string): ScoreboardUnit {
  const [unit_id, unit_name_vi, formed, dti, ...values] = line.split('|') as [string, string, string, string];
  const points = new Map(indexRows.map(([m, , , max], i) => [m, new Big((values as string[])[i]!).times(max)]));
  const over = (measures: string[], value?: string) =>
    scoreOf(
      measures.reduce((sum, m) => sum.plus(points.get(m)!), new Big(0)),
      measures.reduce((sum, m) => sum.plus(maximum.get(m)!), new Big(0)),
      value,
    );
  const scores: Record<string, Score> = { dti: over([...maximum.keys()], dti) };
  for (const [measure] of indexRows) scores[measure] = over([measure]);
  for (const [measure, , , parts] of pillarRows) scores[measure] = over(parts);
  const formed_from_vi = formed === '' ? [] : formed.split(', ');
  return {
    unit_id,
    unit_name_vi,
    state: 'ranked',
    rank: null,
    scores,
    submission_sha256: hashFor(unit_id),
    formed_from_vi,
  };
}

/** 64 hex digits that differ by unit; not a real digest. */
const hashFor = (text: string) => Buffer.from(text.padEnd(32, '.')).toString('hex').slice(0, 64);

function listMeasures(): ScoreboardMeasure[] {
  const ranked = { average: null, average_units: 0, ranked: true };
  const total: ScoreboardMeasure = {
    measure: 'dti',
    kind: 'total',
    name_vi: 'Chỉ số chuyển đổi số (DTI)',
    name_en: 'Digital Transformation Index',
    max_points: '940.0000',
    ...ranked,
  };
  return [
    total,
    ...indexRows.map(([measure, name_vi, name_en, max]): ScoreboardMeasure => {
      return { measure, kind: 'main_index', name_vi, name_en, max_points: new Big(max).toFixed(4), ...ranked };
    }),
    ...pillarRows.map(([measure, name_vi, name_en, parts]): ScoreboardMeasure => {
      const max = parts.reduce((sum, part) => sum.plus(maximum.get(part)!), new Big(0)).toFixed(4);
      return { measure, kind: 'pillar', name_vi, name_en, max_points: max, ...ranked };
    }),
  ];
}

const isSilent = ({ answered }: Score) => answered?.answered === 0;
const isAhead = (one: Score, other: Score) => !isSilent(one) && one.value > other.value;

/** Ranks, averages, counts and order from the values: call again after changing a value. */
export function settle(scoreboard: Scoreboard): Scoreboard {
  for (const measure of scoreboard.measures) {
    const scores = scoreboard.units.flatMap((unit) => unit.scores[measure.measure] ?? []);
    for (const score of scores)
      score.rank = measure.ranked && !isSilent(score) ? 1 + scores.filter((s) => isAhead(s, score)).length : null;
    const sum = scores.reduce((total, score) => total.plus(score.value), new Big(0));
    measure.average_units = scores.length;
    measure.average = scores.length === 0 ? null : sum.div(scores.length).toFixed(4);
  }
  for (const unit of scoreboard.units) {
    unit.rank = unit.scores.dti?.rank ?? null;
    unit.state = Object.keys(unit.scores).length === 0 ? 'not_submitted' : unit.rank === null ? 'unranked' : 'ranked';
  }
  scoreboard.units.sort((a, b) => (a.rank ?? 999) - (b.rank ?? 999) || (a.unit_id < b.unit_id ? -1 : 1));
  scoreboard.unit_count = scoreboard.units.length;
  scoreboard.submitted_count = scoreboard.units.filter((unit) => unit.submission_sha256 !== null).length;
  scoreboard.ranked_count = scoreboard.units.filter(({ state }) => state === 'ranked').length;
  return scoreboard;
}

/** The published round of 2024 over the 34 provinces, a new object at each call. */
export function buildProvinceScoreboard(): Scoreboard {
  return settle({
    release: 'dti/province34/2024/r1',
    index: 'dti',
    group: 'province34',
    group_name_vi: '34 tỉnh, thành phố (từ 01/7/2025)',
    group_name_en: '34 provinces (since 1 July 2025)',
    period: '2024',
    closing_date: '2024-12-31',
    framework: {
      framework_id: 'dti-province-405',
      version: '2025.1',
      sha256: 'f'.repeat(64),
      title_vi: 'Bộ chỉ số đánh giá chuyển đổi số cấp tỉnh',
      legal_number: '405/QĐ-BKHCN',
      illustrative: false,
      note_vi: '',
    },
    derived_from: null,
    inputs_sha256: '0123456789abcdef'.repeat(4),
    unit_count: 0,
    submitted_count: 0,
    ranked_count: 0,
    measures: listMeasures(),
    units: published.trim().split('\n').map(parseUnit),
  });
}

/** Two units swap nothing but share a total: the rank after them is skipped. */
export function withTie(scoreboard: Scoreboard, unitId: string, likeUnitId: string): Scoreboard {
  const model = scoreboard.units.find(({ unit_id }) => unit_id === likeUnitId)!;
  scoreboard.units.find(({ unit_id }) => unit_id === unitId)!.scores.dti!.value = model.scores.dti!.value;
  return settle(scoreboard);
}

export function withMissing(scoreboard: Scoreboard, unitId: string): Scoreboard {
  const unit = scoreboard.units.find(({ unit_id }) => unit_id === unitId)!;
  unit.scores = {};
  unit.submission_sha256 = null;
  return settle(scoreboard);
}

/** Left some of a measure's indicators unanswered; with none answered it has no rank there. */
export function withAnswered(
  scoreboard: Scoreboard,
  unitId: string,
  counts: Record<string, [answered: number, asked: number]>,
): Scoreboard {
  const { scores } = scoreboard.units.find(({ unit_id }) => unit_id === unitId)!;
  for (const [measure, [answered, asked]] of Object.entries(counts)) scores[measure]!.answered = { answered, asked };
  return settle(scoreboard);
}

/** As for a framework that knows only some main indices: neither total nor pillars nor ranks. */
export function withoutTotal(scoreboard: Scoreboard): Scoreboard {
  const kept = ['awareness', 'institutions', 'infrastructure', 'workforce'];
  scoreboard.measures = scoreboard.measures.filter(({ measure }) => kept.includes(measure));
  for (const measure of scoreboard.measures) measure.ranked = false;
  for (const unit of scoreboard.units) {
    unit.scores = Object.fromEntries(Object.entries(unit.scores).filter(([measure]) => kept.includes(measure)));
  }
  return settle(scoreboard);
}

export function asIllustrative(scoreboard: Scoreboard): Scoreboard {
  scoreboard.framework.illustrative = true;
  scoreboard.framework.note_vi = 'Danh mục chỉ số thành phần được lập để minh họa vì chưa có phụ lục chính thức.';
  return scoreboard;
}

export function asDerived(scoreboard: Scoreboard): Scoreboard {
  scoreboard.release = 'dti/province34/2024/from-province63-r1';
  scoreboard.derived_from = 'dti/province63/2024/r1';
  for (const measure of scoreboard.measures) measure.ranked = false;
  for (const unit of scoreboard.units) unit.submission_sha256 = null;
  return settle(scoreboard);
}
