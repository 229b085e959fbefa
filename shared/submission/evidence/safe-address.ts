const longestAddress = 2_048;

/** Spaces, control characters and what HTML or a CSV could take for its own end no address of a document. */
const oddCharacters = /[\s\p{Cc}\p{Cf}"<>\\^`{|}]/u;

/**
 * The address as it was written, where a reader can follow it: http or https, of a host, without a password. Null for all
 * else: a script, a file of somebody's disk or network, a place inside the workbook.
 */
export function safeAddress(text: string): string | null {
  const address = text.trim();
  if (address.length > longestAddress || oddCharacters.test(address) || !/^https?:\/\//i.test(address)) return null;
  try {
    const { username, password, hostname } = new URL(address);
    return username === '' && password === '' && hostname !== '' ? address : null;
  } catch {
    return null;
  }
}
