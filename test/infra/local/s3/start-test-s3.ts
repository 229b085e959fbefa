import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { S3Client } from '@aws-sdk/client-s3';
import { onTestFinished } from 'vitest';
import { type S3Options, type S3Server, startS3 } from '../../../../infra/local/s3/start-s3.ts';
import { credentials } from './credentials.ts';

export { credentials };

export interface TestS3 {
  server: S3Server;
  client: S3Client;
  directory: string;
}

export const makeClient = (url: string, overrides: object = {}) =>
  new S3Client({ endpoint: url, region: 'ap-southeast-1', credentials, maxAttempts: 1, ...overrides });

export async function makeDirectory(): Promise<string> {
  const directory = await mkdtemp(path.join(tmpdir(), 'dti-s3-'));
  onTestFinished(() => rm(directory, { recursive: true, force: true }));
  return directory;
}

/** A server with the buckets `raw-bucket` and `lake-bucket` in an empty folder, and a client of it, both gone after the test. */
export async function startTestS3(options: Partial<S3Options> = {}): Promise<TestS3> {
  const directory = options.directory ?? (await makeDirectory());
  const server = await startS3({ directory, credentials, buckets: ['raw-bucket', 'lake-bucket'], ...options });
  const client = makeClient(server.url);
  onTestFinished(async () => {
    client.destroy();
    await server.close();
  });
  return { server, client, directory };
}

/** The name of the error a call ends in; fails the test when it succeeds. */
export async function errorName(call: Promise<unknown>): Promise<string> {
  const error = await call.then(
    () => {
      throw new Error('the call succeeded');
    },
    (reason: Error) => reason,
  );
  return error.name;
}
