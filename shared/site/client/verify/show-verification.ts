import type { Files } from '../../../release/input-files.ts';
import { type Figure, isEqual, type Verification } from '../../../release/verify/verification.ts';
import type { Language } from '../../language.ts';
import { showNumber } from '../../show-number.ts';
import { isSimulated } from '../../simulated-files.ts';
import { countWords, unscoredWords, verifyingWords as words } from '../../words/verify-words.ts';
import { listDifferences } from './list-differences.ts';
import { listEach } from './list-each.ts';
import { namesIn } from './names.ts';
import type { Panel } from './panel.ts';

interface Shown {
  panel: Panel;
  files: Files;
  /** Only this unit's figures are shown; every file is judged all the same. */
  unit?: string | undefined;
}

export function showVerification(verification: Verification, { panel, files, unit }: Shown): void {
  const { language } = panel;
  const figures = verification.figures?.figures.filter(({ unit_id }) => !unit || unit_id === unit) ?? null;
  const names = namesIn(files, language);
  panel.step('files', tellFiles(verification, language));
  panel.step('figures', tellFigures(verification, figures, language));
  const simulated = verification.files.map(({ path }) => path).filter(isSimulated);
  if (simulated.length > 0) panel.step('simulated', `${words.simulatedHashed[language]} ${simulated.join(', ')}`);
  const differences = listDifferences({ ...verification, shown: figures ?? [] }, names, language);
  panel.add(
    ...(differences ? [differences] : []),
    ...(figures?.length ? [listEach(figures, names, language, unit)] : []),
  );
  // Last, so that what a screen reader is told of is there.
  const nothing = figures?.length === 0 ? ` ${words.noFigures[language]}` : '';
  panel.tell(
    differences ? 'failed' : 'passed',
    `${tellOutcome(verification, differences !== null, language)}${nothing}`,
  );
}

function tellOutcome({ unscored }: Verification, differs: boolean, language: Language): string {
  const why = unscored ? ` ${unscoredWords[unscored][language]}` : '';
  if (differs) return `${words.failed[language]}${why}`;
  return unscored ? `${words.hashesOnly[language]}${why}` : words.passed[language];
}

function tellFiles({ files }: Verification, language: Language): string {
  const checked = files.filter(({ verdict }) => verdict !== 'unchecked');
  return countWords.files[language](
    count(
      checked.filter(({ verdict }) => verdict === 'same'),
      language,
    ),
    count(checked, language),
  );
}

function tellFigures({ unscored }: Verification, figures: Figure[] | null, language: Language): string {
  if (unscored || !figures) return words.notComputed[language];
  return countWords.figures[language](count(figures.filter(isEqual), language), count(figures, language));
}

const count = (of: unknown[], language: Language): string => showNumber(`${of.length}`, language);
