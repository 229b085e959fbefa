import type { Complaint } from './framework-fault.ts';
import { type FrameworkFile, frameworkFileShape } from './framework-shape.ts';
import { lineAt, locateJsonValues } from './json-lines.ts';

const frameworkFileName = 'framework.json';

export interface ReadFrameworkFile {
  /** Null when the shape is not right; then there are complaints. */
  declared: FrameworkFile | null;
  complaints: Complaint[];
  /** Complains about the value at a path such as `pillars.0`. */
  complainAt: (path: string, message: string) => Complaint;
}

export function readFrameworkFile(text: string): ReadFrameworkFile {
  const parsed = parseJson(text);
  if ('complaint' in parsed)
    return { declared: null, complaints: [parsed.complaint], complainAt: () => parsed.complaint };
  const lines = locateJsonValues(text);
  const complainAt = (path: string, message: string): Complaint => ({
    file: frameworkFileName,
    line: nearestLine(lines, path),
    message: path === '' ? message : `${path}: ${message}`,
  });
  const shaped = frameworkFileShape.safeParse(parsed.value);
  if (shaped.success) return { declared: shaped.data, complaints: [], complainAt };
  const complaints = shaped.error.issues.map((issue) => complainAt(issue.path.join('.'), issue.message));
  return { declared: null, complaints, complainAt };
}

function parseJson(text: string): { value: unknown } | { complaint: Complaint } {
  try {
    return { value: JSON.parse(text.replace(/^\uFEFF/, '')) };
  } catch (error) {
    const { message } = error as SyntaxError;
    const position = /position (\d+)/.exec(message)?.[1];
    const line = position === undefined ? null : lineAt(text, Number(position));
    return { complaint: { file: frameworkFileName, line, message: `is not JSON: ${message}` } };
  }
}

/** A missing value has no line of its own; the object that lacks it has. */
function nearestLine(lines: ReadonlyMap<string, number>, path: string): number {
  const found = lines.get(path);
  if (found !== undefined || path === '') return found ?? 1;
  return nearestLine(lines, path.split('.').slice(0, -1).join('.'));
}
