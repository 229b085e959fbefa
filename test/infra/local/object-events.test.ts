import { describe, expect, it } from 'vitest';
import { matchesSource, toObjectCreatedEvent } from '../../../infra/local/object-events.ts';
import type { ObjectCreated } from '../../../infra/local/s3/s3-context.ts';
import { queues } from '../../../infra/topology.ts';

const object: ObjectCreated = {
  bucket: 'raw',
  key: 'submissions/province34/2024/VN-HN/Biểu mẫu.xlsx',
  versionId: 'v1',
  size: 12,
  etag: 'abc',
  reason: 'PostObject',
  time: '2026-11-22T01:02:03.456Z',
};

describe('toObjectCreatedEvent', () => {
  it('has the shape of EventBridge: a plain key, the time in seconds, the reason of a form with a space', () => {
    const event = toObjectCreatedEvent(object);
    expect(event).toMatchObject({ source: 'aws.s3', 'detail-type': 'Object Created', time: '2026-11-22T01:02:03Z' });
    expect(event.detail.bucket.name).toBe('raw');
    expect(event.detail.object).toMatchObject({ key: object.key, size: 12, etag: 'abc', 'version-id': 'v1' });
    expect(event.detail.reason).toBe('POST Object');
  });
});

describe('matchesSource', () => {
  const uploads = queues.find(({ queue }) => queue === 'submission-uploads')!;

  it('takes an object of the queue’s bucket and prefix only, because a rule filters by both', () => {
    expect(matchesSource(uploads, object)).toBe(true);
    expect(matchesSource(uploads, { ...object, bucket: 'lake' })).toBe(false);
    expect(matchesSource(uploads, { ...object, key: 'other/submissions/x' })).toBe(false);
  });

  it('takes the one key that is named besides', () => {
    const openData = queues.find(({ queue }) => queue === 'open-data')!;
    const takes = (key: string) => matchesSource(openData, { bucket: 'public', key });
    expect(['calendar.json', 'releases/a/b/c/r1/release.json'].map(takes)).toEqual([true, true]);
    expect(['en/calendar.json', 'releases/a/b/c/r1/manifest.json'].map(takes)).toEqual([false, false]);
  });
});
