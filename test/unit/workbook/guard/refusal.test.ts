import { describe, expect, it } from 'vitest';
import { findGuard } from '../../../../shared/workbook/guard/refusal.ts';

describe('findGuard', () => {
  it('fills the places of the message, because the submitter is told what was found and what is allowed', () => {
    const finding = findGuard('TOO_MANY_ROWS', { sheet: 'Số liệu', found: 20_001, max: 20_000 });

    expect(finding).toMatchObject({ rule: 'TOO_MANY_ROWS', sheet: 'Số liệu', value: '20001', cell: null });
    expect(finding.message_vi).toContain('“Số liệu” có quá nhiều dòng hoặc ô (20001, tối đa 20000)');
    expect(finding.message_en).toContain('“Số liệu”');
  });

  it('shortens what came from the file, because a name of a megabyte would travel into every answer and log', () => {
    const finding = findGuard('ZIP_BAD_NAME', { found: 'x'.repeat(1_000_000), sheet: 'y'.repeat(1_000_000) });

    expect(finding.value).toHaveLength(200);
    expect(finding.sheet).toHaveLength(200);
  });

  it('does not fill places inside what came from the file, because a sheet may be named {max}', () => {
    const finding = findGuard('TOO_MANY_ROWS', { sheet: '{max}', found: 5, max: 4 });

    expect(finding.message_en).toContain('“{max}”');
  });
});
