import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type * as z from 'zod';

/** What whoever finds a broken file may do. */
export interface Remedy {
  vi: string;
  en: string;
}

const startAnew: Remedy = {
  vi: 'đề nghị phục hồi tệp từ bản sao lưu, hoặc xóa cả thư mục trạng thái để bắt đầu lại từ đầu',
  en: 'restore it from a backup, or delete the whole state directory and begin anew',
};

/** Nothing that was kept is dropped in silence: what cannot be read stops the start, and the file is named. */
export class StateBroken extends Error {
  override readonly name = 'StateBroken';

  constructor(path: string, { vi, en }: Remedy = startAnew) {
    super(`Tệp trạng thái ${path} bị hỏng hoặc thiếu; ${vi} / state file ${path} is broken or missing; ${en}`);
  }
}

/** @throws StateBroken for what is not JSON of this shape */
export function parseState<Shape extends z.ZodType>(
  path: string,
  text: string,
  shape: Shape,
  remedy?: Remedy,
): z.infer<Shape> {
  try {
    return shape.parse(JSON.parse(text));
  } catch {
    throw new StateBroken(path, remedy);
  }
}

/** Every `.json` file of a folder, in order of names; drafts that a killed process left are removed. */
export async function readStateFolder<Shape extends z.ZodType>(
  folder: string,
  shape: Shape,
): Promise<{ name: string; state: z.infer<Shape> }[]> {
  await mkdir(folder, { recursive: true });
  const names = (await readdir(folder)).sort();
  for (const draft of names.filter((name) => name.endsWith('.tmp'))) await rm(join(folder, draft), { force: true });
  const read = async (name: string) => {
    const path = join(folder, name);
    return { name, state: parseState(path, await readFile(path, 'utf8'), shape) };
  };
  return Promise.all(names.filter((name) => name.endsWith('.json')).map(read));
}
