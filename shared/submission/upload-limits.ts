/** Largest file that is taken in; also in the signed upload policy, so that S3 refuses more before we see it. */
export const maxUploadBytes = 5 * 1024 * 1024;

/** Largest file of evidence: a scanned decision of a hundred pages. */
export const maxEvidenceBytes = 20 * 1024 * 1024;

/** Largest JSON or CSV by API; a unit declares a few hundred lines at most. */
export const maxValuesBytes = 1024 * 1024;

/** Unit part of a key when the ministry hands in a file and the file itself must say whose it is. */
export const unidentified = 'unidentified';
