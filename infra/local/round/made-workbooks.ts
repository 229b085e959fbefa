import { type QuarterFile, quarter } from '../../../sample-data/quarter.ts';
import { type Round as PublishedRound, type RoundRow, round2024 } from '../../../sample-data/rounds.ts';
import type { Framework } from '../../../shared/frameworks/framework.ts';
import { loadFramework } from '../../../shared/frameworks/load-framework.ts';
import { type FormRequest, issueForm } from '../../../shared/submission/form/issue-form.ts';
import { writeTemplate } from '../../../shared/workbook/template/write-template.ts';
import type { Progress } from './progress.ts';
import type { WorkbookFile } from './upload-workbook.ts';

export interface MadeWorkbooks {
  framework: Framework;
  files: WorkbookFile[];
}

/** The forms of the published 2024 round, as the units would have filled them in. */
export async function makeWorkbooks(
  group: PublishedRound['group'],
  signingKey: Uint8Array,
  progress: Progress = untold,
): Promise<MadeWorkbooks> {
  const round = round2024(group);
  const framework = await loadFramework(round.framework);
  const requests = round.rows.map((row) => requestOf(row, round, framework));
  return { framework, files: await writeForms(requests, signingKey, progress) };
}

function requestOf({ unit, values }: RoundRow, { group, period }: PublishedRound, framework: Framework): NamedRequest {
  const assessed = new Set(framework.indicators.filter((one) => one.assessed).map(({ indicator }) => indicator));
  const declared = values.filter(({ indicator }) => assessed.has(indicator));
  return { name: `${unit.unit_id}.xlsx`, unit, group, period, framework, values: declared };
}

/**
 * The forms of the illustrative quarter, in the order of sending: names sort in it too, so that a folder of them is the
 * same round.
 */
export async function makeQuarterWorkbooks(
  group: string,
  period: string,
  signingKey: Uint8Array,
  progress: Progress = untold,
): Promise<MadeWorkbooks> {
  const { framework, files } = await quarter(group, period);
  const requests = files.map(({ unit, values }, i) => ({
    name: quarterFileName(files, i),
    unit,
    group,
    period,
    framework,
    values,
  }));
  return { framework, files: await writeForms(requests, signingKey, progress) };
}

/** `P04-2025.xlsx`; of two files of a unit, `P04-2025-lan-1.xlsx` and `P04-2025-lan-2.xlsx`. */
function quarterFileName(files: readonly QuarterFile[], place: number): string {
  const { unit } = files[place]!;
  const own = files.flatMap((file, i) => (file.unit.unit_id === unit.unit_id ? [i] : []));
  return own.length === 1 ? `${unit.unit_id}.xlsx` : `${unit.unit_id}-lan-${own.indexOf(place) + 1}.xlsx`;
}

interface NamedRequest extends FormRequest {
  name: string;
}

const untold: Progress = () => {};

async function writeForms(
  requests: NamedRequest[],
  signingKey: Uint8Array,
  progress: Progress,
): Promise<WorkbookFile[]> {
  const files: WorkbookFile[] = [];
  for (const { name, ...request } of requests) {
    files.push({ name, bytes: await writeTemplate(issueForm(request, signingKey)) });
    progress('lập biểu mẫu', { done: files.length, of: requests.length });
  }
  return files;
}
