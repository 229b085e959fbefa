/** Advance widths of Times New Roman in thousandths of its size, from the metrics that every look-alike shares. */
const widths: readonly (readonly [number, string])[] = [
  [180, "'"],
  [250, ' \u00A0.,·'],
  [278, 'ijlt/:;'],
  [333, 'frI!-()[]'],
  [389, 'sJ'],
  [444, 'acez?“”'],
  [500, 'bdghknopquvxyđ0123456789_$#*–'],
  [556, 'FPS'],
  [564, '+<=>−'],
  [611, 'ELTZ'],
  [667, 'BCR'],
  [722, 'ADGHKNOQUVXYwĐ&'],
  [778, 'm'],
  [833, '%'],
  [889, 'M'],
  [944, 'W'],
];

const byCharacter = new Map(
  widths.flatMap(([width, letters]) => [...letters].map((letter) => [letter, width] as const)),
);

/** Wider than most, so that what is not known does not overflow. */
const unknown = 900;
const horn = '\u031B';

/** Vietnamese letters are as wide as their base letters; the horn of ơ and ư adds a little. */
function characterWidth(character: string): number {
  if (character === horn) return 50;
  return /\p{M}/u.test(character) ? 0 : (byCharacter.get(character) ?? unknown);
}

/** Width in thousandths of the font's size. */
export function textWidth(text: string): number {
  let sum = 0;
  for (const character of text.normalize('NFD')) sum += characterWidth(character);
  return sum;
}
