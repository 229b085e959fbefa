import { readdir, readFile } from 'node:fs/promises';
import type { Framework } from '../../../shared/frameworks/framework.ts';
import { loadFramework } from '../../../shared/frameworks/load-framework.ts';
import { servesGroup } from '../../../shared/frameworks/serves-group.ts';
import { Fault } from '../../../shared/observability/fault.ts';
import { isPeriod } from '../../../shared/periods/period.ts';
import type { Files } from '../../../shared/release/frozen-inputs.ts';
import { manifestPath } from '../../../shared/release/manifest.ts';
import { fingerprintOf } from '../../../shared/signing/public-key.ts';
import { findGroup, groups } from '../../../shared/units/groups.ts';
import { groupNameVi } from '../../../shared/units/names.ts';
import { readFiles } from '../round/files-on-disk.ts';
import { required, UsageError } from './run-command.ts';

/** What a command is told of, before it begins anything: each throws a {@link UsageError} on what there is not. */
export function knownGroup(value: string | undefined): string {
  const group = required(value, '--group');
  if (findGroup(group)) return group;
  const known = groups.map((one) => one.group).join(', ');
  throw new UsageError(
    `--group ${group}: không có nhóm đơn vị này; các nhóm: ${known}, communes-<mã tỉnh>`,
    `no such group; there are ${known}, communes-<province id>`,
  );
}

export function knownPeriod(value: string | undefined, option = '--period'): string {
  const period = required(value, option);
  if (isPeriod(period)) return period;
  throw new UsageError(
    `${option} ${period}: không phải kỳ; đề nghị ghi năm (2024) hoặc quý (2026-Q3)`,
    'write a year (2024) or a quarter (2026-Q3)',
  );
}

/** One that is there and is wrong in itself is a fault of its own, which says where. */
export async function knownFramework(value: string | undefined): Promise<Framework> {
  const wanted = required(value, '--framework');
  try {
    return await loadFramework(wanted);
  } catch (error) {
    if (!(error instanceof Fault) || error.code !== 'FRAMEWORK_MISSING') throw error;
    throw new UsageError(
      `--framework ${wanted}: không có bộ chỉ số hoặc thư mục này`,
      `no such framework or folder: ${error.message}`,
    );
  }
}

/** A period under another framework could not be opened. */
export function requireServed({ framework, group }: { framework: Framework; group: string }): void {
  if (servesGroup(framework, group)) return;
  const { framework_id, groups: served } = framework;
  throw new UsageError(
    `--group ${group}: bộ chỉ số ${framework_id} không dùng cho ${groupNameVi(group)}`,
    `${framework_id} is for ${served.join(', ')}`,
  );
}

/** The folder itself, when it can be listed. */
export async function knownFolder(value: string | undefined, option: string): Promise<string> {
  const folder = required(value, option);
  await readdir(folder).catch(() => {
    throw new UsageError(`${option} ${folder}: không có thư mục này`, 'no such folder');
  });
  return folder;
}

export const knownFile = (value: string | undefined, option: string): Promise<Buffer> => {
  const file = required(value, option);
  return readFile(file).catch(() => {
    throw new UsageError(`${option} ${file}: không đọc được tệp này`, 'the file cannot be read');
  });
};

/** A public key that the user has from elsewhere. */
export async function knownKey(path: string): Promise<string> {
  const pem = (await knownFile(path, '--key')).toString('utf8');
  if (fingerprintOf(pem) !== null) return pem;
  throw new UsageError(`--key ${path}: không phải khóa công khai P-256 ở dạng PEM`, 'no public key on P-256 in PEM');
}

/** Files of a release by path. One that lost its manifest is still one, and said to be damaged. */
export async function readRelease(value: string | undefined, option: string): Promise<Files> {
  const folder = await knownFolder(value, option);
  const files = await readFiles(folder);
  if ([...files.keys()].some(isOfRelease)) return files;
  throw new UsageError(
    `${option} ${folder}: không có đợt công bố nào ở thư mục này`,
    `there is no release in it, no ${manifestPath}`,
  );
}

const isOfRelease = (path: string): boolean =>
  path === manifestPath || path === 'scoreboard.json' || path.startsWith('inputs/');
