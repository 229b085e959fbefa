import { describe, expect, it } from 'vitest';
import { downloadName } from '../../../../../shared/submission/evidence/file/download-name.ts';

describe('downloadName', () => {
  it.each([
    ['Quyết định 12.pdf', 'pdf', 'Quyết định 12.pdf'],
    ['ảnh.JPG', 'jpeg', 'ảnh.JPG'],
    ['qd.pdf.exe', 'pdf', 'qd.pdf.exe.pdf'],
    ['../../a\\b:c.png', 'png', '.._.._a_b_c.png'],
    ['qd\u202efdp.exe', 'pdf', 'qd_fdp.exe.pdf'],
    ['qd\ud800', 'docx', 'qd\ufffd.docx'],
  ] as const)('saves %j, a %s, as %j', (name, type, saved) => expect(downloadName(name, type)).toBe(saved));
});
