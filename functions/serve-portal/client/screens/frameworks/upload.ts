import type { FrameworkAnswer } from '../../../../publish-framework/publish-framework.ts';
import { call } from '../../api.ts';

/** What the person chose, as it is sent: a zip as it is, two files as texts by name. */
export type Chosen = { file: Blob } | { body: Record<string, string> };

const wanted = ['framework.json', 'indicators.csv'];

/** Null where it is neither a zip nor both files of a framework. */
export async function readChosen(files: readonly File[]): Promise<Chosen | null> {
  const [zip] = files.filter(({ name }) => name.toLowerCase().endsWith('.zip'));
  if (zip && files.length === 1) return { file: new Blob([await zip.arrayBuffer()], { type: 'application/zip' }) };
  const found = wanted.flatMap((name) => files.filter((file) => file.name === name));
  if (found.length !== wanted.length) return null;
  return {
    body: Object.fromEntries(await Promise.all(found.map(async (file) => [file.name, await file.text()] as const))),
  };
}

/** Looks at it; with the hash of what was looked at, publishes it. */
export const sendFramework = (chosen: Chosen, publish?: string): Promise<FrameworkAnswer> =>
  call<FrameworkAnswer>(`/v1/frameworks${publish ? `?publish=${publish}` : ''}`, { method: 'POST', ...chosen });
