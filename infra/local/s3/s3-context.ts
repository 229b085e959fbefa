import type { Report } from '../disk-full.ts';
import type { Bucket } from './bucket.ts';
import type { Credentials } from './sigv4.ts';

/** What an object's birth tells, as EventBridge would. */
export interface ObjectCreated {
  bucket: string;
  key: string;
  versionId: string;
  size: number;
  /** Without quotes, as in S3's events. */
  etag: string;
  reason: 'PutObject' | 'PostObject' | 'CopyObject';
  /** ISO 8601, UTC. */
  time: string;
}

/** What every operation may use. */
export interface S3Context {
  credentials: Credentials;
  clock: () => Date;
  /** The bucket of a name; NoSuchBucket otherwise. */
  bucket(name: string): Bucket;
  onObjectCreated(event: ObjectCreated): Promise<void>;
  report: Report;
}
