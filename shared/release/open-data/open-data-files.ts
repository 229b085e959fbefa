import type { Files } from '../frozen-inputs.ts';
import { csvwPath, renderCsvw } from './csvw.ts';
import { dataPackagePath, renderDataPackage } from './data-package.ts';
import { describedTables } from './described-tables.ts';
import { type OpenScoreboard, scoreRows } from './score-rows.ts';
import { renderScoreboardViCsv, scoreboardViPath } from './scoreboard-vi-csv.ts';
import { renderScoresCsv, scoresCsvPath } from './scores-csv.ts';
import { scoresParquetPath, writeScoresParquet } from './scores-parquet.ts';
import { renderScoresSdmx, scoresSdmxPath } from './scores-sdmx.ts';

/**
 * What a release says once more for those who read it by program: the same figures by other forms, each CSV with its
 * description beside it, and a list of all outputs. Of the promised files: made from the scoreboard and the outputs alone.
 */
export function openDataFiles(scoreboard: OpenScoreboard, outputs: Files): Files {
  const encode = (text: string) => new TextEncoder().encode(text);
  const rows = scoreRows(scoreboard);
  const tables = describedTables(scoreboard);
  const files: Files = new Map([
    [scoreboardViPath, encode(renderScoreboardViCsv(scoreboard))],
    [scoresCsvPath, encode(renderScoresCsv(rows))],
    [scoresParquetPath, writeScoresParquet(rows)],
    [scoresSdmxPath, encode(renderScoresSdmx(scoreboard, rows))],
    ...tables.map((table) => [csvwPath(table.path), encode(renderCsvw(table))] as const),
  ]);
  const listed: Files = new Map([...outputs, ...files]);
  return files.set(dataPackagePath, encode(renderDataPackage(scoreboard, listed, tables)));
}
