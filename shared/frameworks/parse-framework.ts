import { checkFramework, checkPoints } from './check-framework.ts';
import type { Framework } from './framework.ts';
import { digestOf } from './framework-document.ts';
import { FrameworkFault } from './framework-fault.ts';
import type { FrameworkFile } from './framework-shape.ts';
import { readFrameworkFile } from './read-framework-file.ts';
import { type IndicatorLine, readIndicators } from './read-indicators.ts';

/** Contents of a framework's folder, by name. */
export interface FrameworkFiles {
  'framework.json': string;
  'indicators.csv': string;
}

/** Throws {@link FrameworkFault} with everything that does not add up, each with file, line and remedy. */
export function parseFramework(files: FrameworkFiles): Framework {
  const { declared, complaints, complainAt } = readFrameworkFile(files['framework.json']);
  const { lines, complaints: ofLines } = readIndicators(files['indicators.csv']);
  const together = declared ? checkFramework(declared, lines, complainAt) : [];
  // A line that could not be read would be told a second time as a sum that is wrong.
  const sums = declared && ofLines.length === 0 ? checkPoints(declared, lines, complainAt) : [];
  const all = [...complaints, ...ofLines, ...together, ...sums];
  if (!declared || all.length > 0) throw new FrameworkFault(all);
  return assembleFramework(declared, lines);
}

function assembleFramework(declared: FrameworkFile, lines: IndicatorLine[]): Framework {
  const { total, main_indices, ...rest } = declared;
  const content = {
    ...rest,
    total: { name_vi: total.name_vi, name_en: total.name_en },
    main_indices: main_indices.map(({ main_index, name_vi, name_en }) => ({ main_index, name_vi, name_en })),
    indicators: lines.map(({ indicator }) => indicator),
  };
  return { ...content, sha256: digestOf(content) };
}
