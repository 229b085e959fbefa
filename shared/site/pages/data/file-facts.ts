import type { Language } from '../../language.ts';
import type { ReleaseSite } from '../../release-site.ts';
import { columnsOf, fileContents, ofCorrected, ofPrevious } from '../../words/data-words.ts';

const descriptionEnd = '-metadata.json';

/** What a promised file holds, in words; its own name where nobody gave it any. */
export function contentOf(path: string, language: Language): string {
  if (path.endsWith(descriptionEnd)) return `${columnsOf[language]} ${path.slice(0, -descriptionEnd.length)}`;
  const [, of, name] = /^inputs\/(previous|corrected)\/(.*)$/.exec(path) ?? [];
  if (of)
    return `${contentOf(`inputs/${name}`, language)}, ${(of === 'previous' ? ofPrevious : ofCorrected)[language]}`;
  return fileContents[path]?.[language] ?? path;
}

/** Lines below the head, of files that are tables; null: it is none, or the release does not say. */
export function rowsOf(path: string, { scoreboard, scored }: ReleaseSite): number | null {
  const units = scoreboard.units.length;
  const figures = units * scoreboard.measures.length;
  const rows: Record<string, number | undefined> = {
    'scoreboard.csv': units,
    'scoreboard-vi.csv': units,
    'scores.csv': figures,
    'scores.parquet': figures,
    'scores.sdmx.csv': figures,
    'inputs/observations.parquet': scored?.inputs.observations.length,
    'inputs/answers.parquet': scored?.inputs.answers.length,
    'inputs/appraisals.parquet': scored?.inputs.appraisals.length,
  };
  return rows[path] ?? null;
}

/** `1,2 MB`, `38 KB`: of whole bytes, the smallest file is 1 KB. */
export function sizeOf(bytes: number, language: Language): string {
  if (bytes < 1_000_000) return `${Math.max(1, Math.round(bytes / 1024))}\u00A0KB`;
  const tenths = Math.round((bytes * 10) / 1_048_576);
  return `${Math.floor(tenths / 10)}${language === 'vi' ? ',' : '.'}${tenths % 10}\u00A0MB`;
}
