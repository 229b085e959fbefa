import type { IncomingMessage } from 'node:http';

/** Any page may talk to the local server: it listens on the loopback address only and still wants signatures. */
export function answerCors(message: IncomingMessage): Record<string, string> {
  if (message.headers.origin === undefined) return {};
  const allowed = { 'access-control-allow-origin': '*', vary: 'Origin' };
  if (message.method !== 'OPTIONS')
    return { ...allowed, 'access-control-expose-headers': 'ETag, Location, x-amz-version-id, x-amz-request-id' };
  return {
    ...allowed,
    'access-control-allow-methods': 'GET, HEAD, POST, PUT',
    'access-control-allow-headers': message.headers['access-control-request-headers'] ?? '*',
    'access-control-max-age': '3000',
  };
}
