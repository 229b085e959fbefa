import { manifestPath } from './manifest.ts';

export const releaseFilePath = 'release.json';

/** What is signed of a release: the manifest holds the hash of every promised file, `release.json` who and when. */
export const signedPaths = [manifestPath, releaseFilePath] as const;

export const signaturePath = (path: string): string => `${path}.sig`;

export const keyPath = 'signing-key.pem';

/** Where a token of a time-stamping authority (RFC 3161) over the manifest may lie; nothing here makes one. */
export const timeStampPath = `${manifestPath}.tsr`;

/** What may lie beside a signed release because of it. */
export const signingPaths: readonly string[] = [...signedPaths.map(signaturePath), keyPath, timeStampPath];
