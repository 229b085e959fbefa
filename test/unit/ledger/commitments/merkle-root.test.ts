import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { merkleRootOf } from '../../../../shared/ledger/commitments/merkle-root.ts';

const sha = (...parts: (string | Buffer)[]) => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};
const leaf = (text: string) => sha(Buffer.of(0), text);
const node = (left: Buffer, right: Buffer) => sha(Buffer.of(1), left, right);

describe('merkleRootOf', () => {
  it('is that of RFC 6962, written out by hand', () => {
    expect(merkleRootOf([])).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
    expect(merkleRootOf(['a'])).toBe(leaf('a').toString('hex'));
    expect(merkleRootOf(['a', 'b', 'c'])).toBe(node(node(leaf('a'), leaf('b')), leaf('c')).toString('hex'));
    const [four, fifth] = [['a', 'b', 'c', 'd'], 'e'];
    const left = node(node(leaf('a'), leaf('b')), node(leaf('c'), leaf('d')));
    expect(merkleRootOf([...four, fifth])).toBe(node(left, leaf('e')).toString('hex'));
  });

  it('hangs on every text and on their order', () => {
    const texts = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
    const others = texts.map((_, at) => merkleRootOf(texts.with(at, 'x')));
    const all = [merkleRootOf(texts), merkleRootOf(texts.toReversed()), merkleRootOf(texts.slice(1)), ...others];
    expect(new Set(all).size).toBe(all.length);
  });
});
