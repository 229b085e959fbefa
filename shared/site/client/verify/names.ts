import type { Files } from '../../../release/input-files.ts';
import type { Scoreboard } from '../../../scoring/scoreboard.ts';
import type { Language } from '../../language.ts';

/** What people call the units and measures of a release; a code that the table does not name stays. */
export interface Names {
  unit(unitId: string): string;
  measure(measure: string): string;
}

export function namesIn(files: Files, language: Language): Names {
  const { units = [], measures = [] } = readTable(files);
  const ofUnits = new Map(units.map(({ unit_id, unit_name_vi }) => [unit_id, unit_name_vi]));
  const ofMeasures = new Map(
    measures.map(({ measure, name_vi, name_en }) => [measure, language === 'vi' ? name_vi : name_en]),
  );
  return { unit: (unitId) => ofUnits.get(unitId) ?? unitId, measure: (code) => ofMeasures.get(code) ?? code };
}

function readTable(files: Files): Partial<Scoreboard> {
  try {
    return JSON.parse(new TextDecoder().decode(files.get('scoreboard.json'))) as Scoreboard;
  } catch {
    return {};
  }
}
