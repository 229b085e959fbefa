import type { InBoth } from '../language.ts';

/** What is said of the signature of a release on the page where a reader verifies it. */
export const signatureWords = {
  signature: { vi: 'Chữ ký', en: 'Signature' },
  right: { vi: 'đúng, khóa', en: 'right, by the key' },
  testKey: { vi: 'khóa thử nghiệm', en: 'a test key' },
  wrong: { vi: 'sai', en: 'wrong' },
  unsigned: { vi: 'không kèm theo', en: 'none' },
  failed: {
    vi: 'Chữ ký không đúng: đợt công bố này không như lúc được ký. Tệp sai hoặc thiếu:',
    en: 'The signature is wrong: this release is not as it was signed. Wrong or missing:',
  },
} satisfies Record<string, InBoth>;
