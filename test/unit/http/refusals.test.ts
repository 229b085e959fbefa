import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { requireMember } from '../../../shared/http/group-period.ts';
import { Problem } from '../../../shared/http/problem.ts';
import { requireOpened } from '../../../shared/http/require-period.ts';

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
