import { ServiceError } from '../json-service.ts';

/** Quoted text, quoted names and comments, in which a question mark is not a parameter. */
const opaque = /'(?:[^']|'')*'|"(?:[^"]|"")*"|--[^\n]*|\/\*[\s\S]*?\*\/|\?/g;

/**
 * Puts execution parameters where the question marks stand. Each is a literal as the caller wrote it, so text carries its
 * own quotes; in brackets, because Athena reads each as an expression and never as a piece of text.
 */
export function fillParameters(sql: string, parameters: string[]): string {
  let used = 0;
  const filled = sql.replace(opaque, (piece) => (piece === '?' ? `(${parameters[used++]})` : piece));
  if (used === parameters.length) return filled;
  throw new ServiceError(
    'InvalidRequestException',
    `Incorrect number of parameters: expected ${used} but found ${parameters.length}`,
  );
}
