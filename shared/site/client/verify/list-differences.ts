import { type Figure, type FileVerdict, isEqual, type Verification } from '../../../release/verify/verification.ts';
import type { Language } from '../../language.ts';
import { showNumber } from '../../show-number.ts';
import { countWords, partWords, verdictWords, verifyingWords as words } from '../../words/verify-words.ts';
import { element } from '../element.ts';
import type { Names } from './names.ts';

/** More of them say nothing more. */
const shownAtMost = 100;

/** Everything that is not as it should be, each in a line with its name; null where there is nothing. */
export function listDifferences(
  { files, figures, shown }: Verification & { shown: Figure[] },
  names: Names,
  language: Language,
): HTMLElement | null {
  const lines = [
    ...files.flatMap((file) => fileLine(file, language)),
    ...shown.filter((figure) => !isEqual(figure)).map((figure) => figureLine(figure, names, language)),
    ...(figures?.elsewhere ?? []).map((place) => `scoreboard.json, ${words.place[language]} ${place}`),
  ];
  if (lines.length === 0) return null;
  const more = lines.length - shownAtMost;
  const told = lines.slice(0, shownAtMost).map((line) => element('li', {}, line));
  if (more > 0) told.push(element('li', {}, countWords.more[language](showNumber(`${more}`, language))));
  return element('ul', {}, ...told);
}

function fileLine({ path, verdict }: FileVerdict, language: Language): string[] {
  if (verdict === 'same' || verdict === 'unchecked') return [];
  const isManifest = path === 'manifest.json';
  return [`${path}: ${isManifest ? words.manifestNotMadeAgain[language] : verdictWords[verdict][language]}`];
}

/** `Hà Nội, Chỉ số chuyển đổi số (DTI), giá trị: công bố 0,8242 ≠ tính lại 0,8241`. */
function figureLine({ unit_id, measure, part, published, recomputed }: Figure, names: Names, language: Language) {
  const of = [...(unit_id ? [names.unit(unit_id)] : []), names.measure(measure), partWords[part][language]];
  const say = (figure: string | null) => (figure === null ? words.none[language] : showNumber(figure, language));
  const sides = `${words.published[language]} ${say(published)} ≠ ${words.recomputed[language]} ${say(recomputed)}`;
  return `${of.join(', ')}: ${sides}`;
}
