import { Fault } from '../observability/fault.ts';
import { cleanText } from './values/clean-text.ts';

/** How a file came, as it travels with the bytes in S3's metadata: signed into a form, or set by the API that took it. */
export interface Arrival {
  /** Given out when the upload was asked for. */
  upload_number: number;
  /**
   * What makes it one arrival: a signed form is the same one however often it is posted, a table by API the same when its
   * `Idempotency-Key` is.
   */
  cause: string;
  file_name: string;
  /** Opaque id of the person, and as what. */
  subject: string;
  role: string;
  /** Rows of JSON or CSV to be laid over the current submission. */
  partial: boolean;
  /** Document of who filled which row, of figures that were drafted on the server. */
  draft_sha256?: string;
}

export const uploadCause = (uploadNumber: number): string => `upload/${uploadNumber}`;

/** A client's key is its own: bounded and made safe for a header, it is the cause as it is. */
export const tableCause = ({ idempotencyKey, requestId }: { idempotencyKey: string | null; requestId: string }) =>
  idempotencyKey === null ? `request/${requestId}` : `key/${idempotencyKey}`;

/** What others will read: nothing in it turns `x<U+202E>fdp.exe` round, on any screen or receipt. */
const shownName = (fileName: string): string => cleanText(fileName.toWellFormed()).text || '_';

export const arrivalMetadata = (arrival: Arrival): Record<string, string> => ({
  'upload-number': String(arrival.upload_number),
  cause: encodeURIComponent(arrival.cause),
  'file-name': encodeURIComponent(shownName(arrival.file_name)),
  'sent-by': arrival.subject,
  'sent-as': arrival.role,
  ...(arrival.partial ? { partial: 'true' } : {}),
  ...(arrival.draft_sha256 === undefined ? {} : { draft: arrival.draft_sha256 }),
});

/** Reverses {@link arrivalMetadata}; null for an object that does not say by which upload it came. */
export function findArrival(metadata: Record<string, string>): Arrival | null {
  const { 'upload-number': number = '', cause, 'sent-by': subject, 'sent-as': role } = metadata;
  if (!/^[1-9]\d{0,14}$/.test(number) || !cause || !subject || !role) return null;
  return {
    upload_number: Number.parseInt(number, 10),
    cause: decodeURIComponent(cause),
    file_name: decodeURIComponent(metadata['file-name'] ?? ''),
    subject,
    role,
    partial: metadata.partial === 'true',
    ...(metadata.draft === undefined ? {} : { draft_sha256: metadata.draft }),
  };
}

/** The same where there must be one. Throws the fault `ARRIVAL_UNMARKED`: a file that nobody was given a number for. */
export function readArrival(metadata: Record<string, string>): Arrival {
  const arrival = findArrival(metadata);
  if (arrival) return arrival;
  throw new Fault('ARRIVAL_UNMARKED', 'the object does not say by which upload it came');
}
