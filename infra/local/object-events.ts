import { randomUUID } from 'node:crypto';
import type { EventBridgeEvent, S3ObjectCreatedNotificationEventDetail } from 'aws-lambda';
import type { QueueSpec } from '../topology.ts';
import { localAccount, localCredentials, localNames, localRegion } from './names.ts';
import type { ObjectCreated } from './s3/s3-context.ts';

export type ObjectCreatedEvent = EventBridgeEvent<'Object Created', S3ObjectCreatedNotificationEventDetail>;

/** The event EventBridge carries for an S3 write; unlike S3's own notifications the key is not percent-encoded. */
export function toObjectCreatedEvent(object: ObjectCreated): ObjectCreatedEvent {
  const { bucket, key, versionId, size, etag, reason, time } = object;
  return {
    version: '0',
    id: randomUUID(),
    'detail-type': 'Object Created',
    source: 'aws.s3',
    account: localAccount,
    time: `${time.slice(0, 19)}Z`,
    region: localRegion,
    resources: [`arn:aws:s3:::${bucket}`],
    detail: {
      version: '0',
      bucket: { name: bucket },
      object: { key, size, etag, 'version-id': versionId, sequencer: Date.parse(time).toString(16).padStart(16, '0') },
      'request-id': randomUUID(),
      requester: localCredentials.accessKeyId,
      'source-ip-address': '127.0.0.1',
      // EventBridge writes this one reason with a space.
      reason: reason === 'PostObject' ? 'POST Object' : reason,
    },
  };
}

/** The EventBridge rule of a queue. */
export const matchesSource = ({ source }: QueueSpec, { bucket, key }: Pick<ObjectCreated, 'bucket' | 'key'>) =>
  bucket === localNames[source.bucket] &&
  (key === source.alsoKey || (key.startsWith(source.keyPrefix) && key.endsWith(source.keySuffix ?? '')));
