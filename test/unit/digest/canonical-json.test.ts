import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../../shared/digest/canonical-json.ts';

describe('canonicalJson', () => {
  it('is one text per value: keys by code unit at every depth, arrays in their order, no white space', () => {
    expect(canonicalJson({ b: [{ z: 1, a: 'ế' }], a: null, B: true })).toBe(
      '{"B":true,"a":null,"b":[{"a":"ế","z":1}]}',
    );
    expect(canonicalJson({ a: 1, b: undefined })).toBe('{"a":1}');
  });
});
