import { describe, expect, it } from 'vitest';
import { signIdentity, verifyIdentity } from '../../../../shared/submission/sign-identity.ts';
import { writeTemplate } from '../../../../shared/workbook/template/write-template.ts';
import {
  check,
  editWorkbook,
  type FormChanges,
  filled,
  formOf,
  frameworkOf,
  indicatorOf,
  signingKey,
} from '../../../support/forms.ts';

const framework = frameworkOf([indicatorOf('awareness')]);
const values = [filled('awareness', '0.5')];
const form = (changes: FormChanges = {}) => writeTemplate(formOf(framework, values, changes));
const rules = async (bytes: Uint8Array, ...rest: [Parameters<typeof check>[2]?]) =>
  (await check(bytes, framework, ...rest)).findings.map(({ rule }) => rule);

describe('checkIdentity', () => {
  it('rejects the form of another unit, so that nobody reports for a neighbour by mistake', async () => {
    const checked = await check(await form(), framework, { expected: { unit_id: 'P01-2025' } });
    expect(checked.findings[0]).toMatchObject({ rule: 'UNIT_MISMATCH', value: 'P04-2025' });
    expect(checked.findings[0]?.message_vi).toBe(
      'Biểu mẫu của Tỉnh Cao Bằng, không phải của Thành phố Hà Nội. Đề nghị gửi biểu mẫu đã cấp cho Thành phố Hà Nội.',
    );
    expect(checked.accepted).toBe(false);
  });

  it('calls units, groups and periods by their names: an id says nothing to an official', async () => {
    const other = await form({ identity: { group: 'province63', period: '2023-Q3' } });
    const [group, period] = (await check(other, framework)).findings.map(({ message_vi }) => message_vi);
    expect(group).toContain('nhóm 63 tỉnh, thành phố (đến 30/6/2025), không phải nhóm 34 tỉnh, thành phố');
    expect(period).toContain('kỳ quý III/2023, không phải kỳ năm 2024');
    const [unknown] = (await check(await form({ identity: { unit_id: 'P99' } }), framework)).findings;
    expect(unknown?.message_vi).toContain('P99 không thuộc nhóm 34 tỉnh, thành phố (từ 01/7/2025) trong kỳ năm 2024');
  });

  it('rejects the form of another period', async () => {
    expect(await rules(await form({ identity: { period: '2023' } }))).toEqual(['PERIOD_MISMATCH']);
  });

  it('rejects a unit outside the group, though its form is well signed', async () => {
    expect(await rules(await form({ identity: { unit_id: 'P99' } }))).toEqual(['UNIT_NOT_IN_GROUP']);
  });

  it('rejects the form of another group, even of a unit that is in both', async () => {
    expect(await rules(await form({ identity: { group: 'province63' } }))).toEqual(['GROUP_MISMATCH']);
  });

  it('rejects the form of another framework without complaining of each of its rows', async () => {
    expect(await rules(await form({ identity: { framework_id: 'dti-other' } }))).toEqual(['TEMPLATE_UNKNOWN']);
  });

  it('rejects a layout that is newer than this code, rather than read half of it', async () => {
    expect(await rules(await form({ identity: { template_version: '99' } }))).toEqual(['TEMPLATE_UNKNOWN']);
  });

  it('lifts the form of an older framework version and says so, for an office is not asked to copy by hand', async () => {
    const older = await form({ identity: { framework_version: '1', framework_sha256: 'a'.repeat(64) } });
    const checked = await check(older, framework);
    expect(checked.findings).toMatchObject([{ rule: 'TEMPLATE_OLD', severity: 'warning' }]);
    expect(checked.observations.map(({ value }) => value)).toEqual(['0.5']);
  });

  it('asks an older form for what the current framework has added', async () => {
    const grown = frameworkOf([indicatorOf('awareness'), indicatorOf('security')]);
    const checked = await check(await form(), grown);
    expect(checked.findings.map(({ rule, value }) => [rule, value])).toEqual([
      ['ROW_MISSING', 'security/value'],
      ['TEMPLATE_OLD', null],
    ]);
  });

  it('reads the identity from the document properties when the hidden sheet was lost', async () => {
    const bytes = await editWorkbook(await form(), (book) => book.removeWorksheet('dti_meta'));
    expect(await rules(bytes)).toEqual([]);
  });

  it('reads the identity from the hidden sheet when the program that saved the file dropped the properties', async () => {
    const bytes = await editWorkbook(await form(), (book) => {
      book.description = 'ghi chú của đơn vị';
    });
    expect(await rules(bytes)).toEqual([]);
  });

  it('rejects an identity that was edited in both places', async () => {
    const bytes = await editWorkbook(await form(), (book) => {
      book.getWorksheet('dti_meta')!.getCell('B1').value = 'P01-2025';
      book.description = book.description.replace('P04-2025', 'P01-2025');
    });
    expect(await rules(bytes)).toContain('SIGNATURE_BAD');
  });

  it('rejects a workbook that never was a form of ours', async () => {
    const bytes = await editWorkbook(await form(), (book) => {
      book.removeWorksheet('dti_meta');
      book.description = '{"unit_id": "P04-2025"}';
    });
    expect(await rules(bytes)).toEqual(['TEMPLATE_UNKNOWN']);
  });
});

describe('signIdentity', () => {
  const { identity } = formOf(framework);

  it('covers every field of the identity', () => {
    const signature = signIdentity(identity, signingKey);
    expect(verifyIdentity(identity, signature, signingKey)).toBe(true);
    for (const field of Object.keys(identity) as (keyof typeof identity)[]) {
      expect(verifyIdentity({ ...identity, [field]: 'x' }, signature, signingKey), field).toBe(false);
    }
  });

  it('does not depend on the order of fields, nor sign what is not identity', () => {
    const shuffled = {
      note: 'x',
      ...Object.fromEntries(Object.entries(identity).reverse()),
    } as unknown as typeof identity;
    expect(signIdentity(shuffled, signingKey)).toBe(signIdentity(identity, signingKey));
  });

  it.each(['', 'short', 'é'.repeat(64)])('is not verified by %j', (signature) =>
    expect(verifyIdentity(identity, signature, signingKey)).toBe(false),
  );
});
