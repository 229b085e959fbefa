import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { day } from '../../../shared/http/day.ts';
import { requireMember } from '../../../shared/http/group-period.ts';
import { readBody } from '../../../shared/http/messages.ts';
import { Problem } from '../../../shared/http/problem.ts';
import { requireRole } from '../../../shared/http/require-caller.ts';
import { requireOpened } from '../../../shared/http/require-period.ts';
import { words } from '../../../shared/http/words.ts';
import type { Caller } from '../../../shared/identity/caller.ts';

const root = join(import.meta.dirname, '../../..');

/** Lines of text for people in Vietnamese, with the file that they stand in. */
const sentences = ['shared/http', 'functions'].flatMap((room) =>
  readdirSync(join(root, room), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .flatMap((path) =>
      readFileSync(join(root, room, path), 'utf8')
        .split('\n')
        .filter((line) => /^\s*`.*[ạảãầấậệộợủốọị]/u.test(line))
        .map((line) => `${room}/${path}: ${line.trim()}`),
    ),
);

function detailOf(refused: () => void): string {
  try {
    refused();
  } catch (error) {
    if (error instanceof Problem) return error.detail;
  }
  return 'not refused';
}

describe('a refusal', () => {
  it('calls units and groups by their names, not by codes, wherever it is written', () => {
    expect(sentences.length).toBeGreaterThan(20);
    expect(sentences.filter((line) => /\$\{(unit_id|unitId|group)\}/.test(line))).toEqual([]);
  });

  it('says what to do', () => {
    const of = { group: 'province34', period: '2024' };
    expect(detailOf(() => requireOpened(null, of))).toMatch(/34 tỉnh, thành phố .* đề nghị cơ quan chủ trì mở kỳ/);
    expect(detailOf(() => requireMember('P01', 'province34', '2024'))).toMatch(/Đơn vị Hà Nội không thuộc .* đề nghị/);
  });
});

describe('a field that cannot be read', () => {
  const shape = z.strictObject({
    until: day,
    reason_vi: words(20),
    kind: z.enum(['input', 'method']),
    size: z.int(),
    reason: z.strictObject({ text: z.string() }).exactOptional(),
  });
  const good = { until: '2026-10-15', reason_vi: 'vì', kind: 'input', size: 1 };

  it.each([
    [{ until: undefined }, '"until" chưa hợp lệ: còn thiếu; đề nghị bổ sung'],
    [{ until: '15/10/2026' }, '"until" chưa hợp lệ: ghi ngày có thật, dạng 2026-10-15'],
    [{ until: '1999-01-01' }, '"until" chưa hợp lệ: phải từ ngày 2000-01-01 trở đi'],
    [{ reason_vi: ' ' }, '"reason_vi" chưa hợp lệ: không được để trống'],
    [{ reason_vi: 'a'.repeat(21) }, '"reason_vi" chưa hợp lệ: tối đa 20 ký tự'],
    [{ kind: 'nhap' }, '"kind" chưa hợp lệ: chỉ nhận input, method'],
    [{ size: '12' }, '"size" chưa hợp lệ: phải là số'],
    [{ size: 1.5 }, '"size" chưa hợp lệ: phải là số nguyên'],
    [{ reason: 'sai' }, '"reason" chưa hợp lệ: phải là một nhóm trường'],
  ])('is told in Vietnamese with what to write: %j', (wrong, told) => {
    expect(detailOf(() => readBody({ body: JSON.stringify({ ...good, ...wrong }) }, shape))).toBe(`Trường ${told}.`);
  });
});

it('a role that is refused hears whose matter it is', () => {
  const officer = { role: 'officer', unit_id: 'P04-2025' } as Caller;
  expect(detailOf(() => requireRole(officer, 'publisher', 'operator'))).toMatch(
    /dành cho người công bố \(publisher\), người vận hành \(operator\)\.$/,
  );
});
