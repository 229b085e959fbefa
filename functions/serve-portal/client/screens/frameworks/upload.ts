import type { FrameworkAnswer } from '../../../../publish-framework/publish-framework.ts';
import { call } from '../../api.ts';

/** What the person chose, as it is sent: a zip as it is, two files as texts by name. */
export type Chosen = { file: Blob } | { body: Record<string, string> };

/** Null where it is neither a zip nor both files of a framework: its terms, and its table as CSV or as a spreadsheet. */
export async function readChosen(files: readonly File[]): Promise<Chosen | null> {
  const [zip] = files.filter(({ name }) => name.toLowerCase().endsWith('.zip'));
  if (zip && files.length === 1) return { file: new Blob([await zip.arrayBuffer()], { type: 'application/zip' }) };
  const [terms, table] = [/\.json$/i, /\.(csv|xlsx)$/i].map((shape) => files.filter(({ name }) => shape.test(name)));
  if (files.length !== 2 || terms?.length !== 1 || table?.length !== 1) return null;
  return { body: { 'framework.json': await terms[0]!.text(), ...(await readTable(table[0]!)) } };
}

async function readTable(file: File): Promise<Record<string, string>> {
  if (!/\.xlsx$/i.test(file.name)) return { 'indicators.csv': await file.text() };
  const bytes = new Uint8Array(await file.arrayBuffer());
  return { 'indicators.xlsx': btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')) };
}

/** Looks at it; with the hash of what was looked at, publishes it. */
export const sendFramework = (chosen: Chosen, publish?: string): Promise<FrameworkAnswer> =>
  call<FrameworkAnswer>(`/v1/frameworks${publish ? `?publish=${publish}` : ''}`, { method: 'POST', ...chosen });
