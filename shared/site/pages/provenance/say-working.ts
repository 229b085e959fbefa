import { addUp } from '../../../release/provenance/points-working.ts';
import type {
  IndivisibleWorking,
  PartsWorking,
  PointsWorking,
  QuotientWorking,
  TierWorking,
  ValueWorking,
} from '../../../release/provenance/provenance.ts';
import type { Language } from '../../language.ts';
import { sayDecimal } from './say.ts';

const isNumber = (token: string): boolean => /^-?\d/.test(token);

/** `731 / (1.040 × 0,8) × 30`: signs apart, brackets close to what they hold. */
const sayTokens = (tokens: readonly string[], language: Language): string =>
  tokens
    .map((token) => (isNumber(token) ? bracketed(token, sayDecimal(token, language)) : token))
    .join(' ')
    .replaceAll('( ', '(')
    .replaceAll(' )', ')');

/** A negative number after a sign would read as two signs. */
const bracketed = (token: string, said: string): string => (token.startsWith('-') ? `(${said})` : said);

/** `=`, or `≈` where it was rounded. */
const equals = ({ exact }: { exact: boolean }): string => (exact ? '=' : '≈');

const sum = (terms: readonly string[], total: string, language: Language): string => {
  const said = sayDecimal(total, language);
  return terms.length < 2 ? said : `${terms.map((term) => sayDecimal(term, language)).join(' + ')} = ${said}`;
};

/** A line for S, one for M, one for the value. */
export const sayValueWorking = (working: ValueWorking, language: Language): string[] => [
  `S = ${sum(working.points_terms, working.points, language)}`,
  `M = ${sum(working.max_terms, working.max_points, language)}`,
  `S / M = ${sayTokens([working.points, '/', working.max_points], language)} ${equals(working)} ${sayDecimal(working.value, language)}`,
];

/** What the rule makes of the declared figures. */
export function sayPointsWorking(working: PointsWorking, maxPoints: string, language: Language): string {
  switch (working.kind) {
    case 'quotient':
      return sayQuotient(working, maxPoints, language);
    case 'indivisible':
      return sayIndivisible(working, language);
    case 'parts':
      return sayParts(working, language);
    default:
      return sayTier(working, language);
  }
}

function sayQuotient(working: QuotientWorking, maxPoints: string, language: Language): string {
  const said = `${sayTokens(working.tokens, language)} ${equals(working)} ${sayDecimal(working.rounded, language)}`;
  if (working.bound === null) return said;
  if (working.bound === 'zero') return language === 'vi' ? `${said}; dưới 0 nên tính 0` : `${said}; below 0, so 0`;
  const most = sayDecimal(maxPoints, language);
  return language === 'vi' ? `${said}; quá điểm tối đa nên tính ${most}` : `${said}; above the maximum, so ${most}`;
}

function sayIndivisible({ tokens, earns }: IndivisibleWorking, language: Language): string {
  const said = sayTokens(tokens, language);
  if (earns === 'zero_points')
    return language === 'vi'
      ? `${said}: không chia được nên tính 0 điểm`
      : `${said}: nothing to divide by, so 0 points`;
  return language === 'vi'
    ? `${said}: không chia được nên không áp dụng`
    : `${said}: nothing to divide by, so not applicable`;
}

function sayParts({ parts }: PartsWorking, language: Language): string {
  const earned = parts.map(({ points, answered }) => (answered ? points : '0'));
  return sum(earned, addUp(earned), language);
}

/** The words of a tier stand beside the figure: they are Vietnamese on any page. */
function sayTier({ kind, figure, tier }: TierWorking, language: Language): string {
  const [said, points] = [sayDecimal(figure, language), sayDecimal(tier?.points ?? '0', language)];
  if (kind === 'option')
    return language === 'vi' ? `Lựa chọn ${said}: ${points} điểm` : `Choice ${said}: ${points} points`;
  if (!tier) return language === 'vi' ? `${said} chưa đạt bậc nào: 0 điểm` : `${said} reaches no step: 0 points`;
  const key = sayDecimal(tier.key, language);
  return language === 'vi'
    ? `${said} đạt bậc từ ${key}: ${points} điểm`
    : `${said} reaches the step from ${key}: ${points} points`;
}
