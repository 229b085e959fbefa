/** SHA-256 in lower-case hex, by the browser's own engine. */
export async function sha256(bytes: Uint8Array): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes as BufferSource));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Only where the page came over HTTPS, or from this machine. */
export const canHash = (): boolean => globalThis.crypto?.subtle !== undefined;
