import { dayInVietnam, timeInVietnam } from '../../../format/format-date.ts';
import { formatDecimal } from '../../../format/format-decimal.ts';
import { formatRank } from '../../../format/format-rank.ts';
import { isPeriod, parsePeriod, periodVi } from '../../../periods/period.ts';
import type { Provenance, PublishedResult, TracedResult } from '../../../release/provenance/provenance.ts';
import { releaseLabelVi } from '../../../release/release-name.ts';
import type { Language } from '../../language.ts';
import { missingWords } from './provenance-words.ts';

/** A canonical decimal as the language writes it. */
export const sayDecimal = (decimal: string, language: Language): string =>
  language === 'vi' ? formatDecimal(decimal) : decimal.replace('-', '\u2212');

export const sayPeriod = (period: string, language: Language): string =>
  language === 'vi' && isPeriod(period) ? periodVi(parsePeriod(period)) : period;

/** `09:05:09 ngày 21/10/2026`, by the clock in Vietnam. */
export const sayTime = (instant: string, language: Language): string =>
  language === 'vi' ? timeInVietnam(instant) : `${timeInVietnam(instant).slice(0, 8)} on ${dayInVietnam(instant)}`;

export const sayMeasure = ({ measure }: Provenance, language: Language): string =>
  language === 'vi' ? measure.name_vi : measure.name_en;

/** `r1 năm 2024`, `r1 of 2024`. */
export function sayRelease(release: string, language: Language): string {
  if (language === 'vi') return releaseLabelVi(release);
  const [, , period, number] = release.split('/');
  return `${number} of ${period}`;
}

/** `Giá trị 0,7951, hạng 2 trong 34 đơn vị`. A rank is never without its n. */
export function sayResult(result: TracedResult, language: Language): string {
  if (result.state !== 'published') return missingWords[result.state][language];
  const value = sayDecimal(result.value, language);
  return `${language === 'vi' ? 'Giá trị' : 'Value'} ${value}, ${sayRank(result, language)}`;
}

/** What stands behind the value. */
export const sayRank = (result: PublishedResult, language: Language): string =>
  `${language === 'vi' ? sayRankVi(result) : sayRankEn(result)}${sayAnswered(result, language)}`;

const sayRankVi = ({ rank, ranked_units, tied_units }: PublishedResult): string => {
  if (rank === null) return 'không xếp hạng';
  const shown = formatRank(rank, tied_units);
  return `${tied_units > 1 ? shown : `hạng ${shown}`} trong ${ranked_units} đơn vị được xếp hạng`;
};

const sayRankEn = ({ rank, ranked_units, tied_units }: PublishedResult): string => {
  if (rank === null) return 'not ranked';
  const tied = tied_units > 1 ? `tied at ${rank} (${tied_units} units)` : `rank ${rank}`;
  return `${tied} of ${ranked_units} ranked units`;
};

const sayAnswered = ({ answered: count }: PublishedResult, language: Language): string => {
  if (!count) return '';
  const { answered, asked } = count;
  return language === 'vi'
    ? `; trả lời ${answered} trong ${asked} chỉ số thành phần`
    : `; ${answered} of ${asked} component indicators answered`;
};

/** `Nguồn gốc số liệu: Huế, An toàn thông tin mạng, năm 2024`. */
export function provenanceTitle(provenance: Provenance, language: Language): string {
  const of = `${provenance.unit.name_vi}, ${sayMeasure(provenance, language)}`;
  const period = sayPeriod(provenance.period, language);
  return language === 'vi' ? `Nguồn gốc số liệu: ${of}, ${period}` : `Provenance of a figure: ${of}, ${period}`;
}

/** One sentence that can be quoted. */
export function provenanceDescription(provenance: Provenance, language: Language): string {
  const result = sayResult(provenance.result, language);
  const [unit, measure] = [provenance.unit.name_vi, sayMeasure(provenance, language)];
  const release = sayRelease(provenance.release, language);
  return language === 'vi'
    ? `${unit}, ${measure}: ${result}. Cách tính với từng số thay vào, nơi ghi trong tệp và mã băm, đợt công bố ${release}.`
    : `${unit}, ${measure}: ${result}. The formula with its numbers, their place in the file and digests, release ${release}.`;
}
