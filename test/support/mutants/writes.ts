import type { Mutant } from './mutant.ts';

const objects = 'shared/lake/objects.ts';
const table = 'shared/score-store/score-table.ts';
const guards = ['test/long/functions/publish-release/guards.test.ts'];
const upload = ['test/unit/functions/request-upload.test.ts'];
const numbers = ['test/unit/ledger/upload-numbers.test.ts'];

/** Conditions of writes, how reads are made, and what is signed. */
export const writeMutants: Mutant[] = [
  {
    name: 'what is written once is written over: no If-None-Match',
    file: objects,
    from: "etag === null ? { IfNoneMatch: '*' } : { IfMatch: etag }",
    to: 'etag === null ? {} : { IfMatch: etag }',
    tests: guards,
  },
  {
    name: 'a page that was held up takes the place of a later one',
    file: 'shared/lake/change-object.ts',
    from: 'if (known && orderOf(known) > order) return { done: false };',
    to: '',
    tests: ['test/long/change-object.test.ts'],
  },
  {
    name: 'other bytes under a public name are no conflict',
    file: 'shared/release/publish-files.ts',
    from: 'if (!known || !Buffer.from(known.bytes).equals(bytes)) {',
    to: 'if (!known) {',
    tests: guards,
  },
  {
    name: 'a number that another run holds is no conflict',
    file: 'functions/publish-release/complete-release.ts',
    from: 'if (kept.run_id === release.run_id) return kept;',
    to: 'if (kept.run_id) return kept;',
    tests: guards,
  },
  {
    name: 'r1 published again after r2 becomes current',
    file: 'shared/score-store/releases.ts',
    from: "    ConditionExpression: 'attribute_not_exists(pk) OR release_number < :number',\n",
    to: '',
    tests: ['test/unit/score-store/releases.test.ts'],
  },
  {
    name: 'the last upload number goes back',
    file: 'shared/ledger/upload-numbers.ts',
    from: "const isLower = '(attribute_not_exists(pk) OR upload_number < :number)';",
    to: "const isLower = '(attribute_not_exists(pk) OR upload_number <> :number)';",
    tests: numbers,
  },
  {
    name: 'two who ask at once for a form of one file have two numbers',
    file: 'shared/ledger/upload-numbers.ts',
    from: 'ConditionExpression: isFree,',
    to: 'ConditionExpression: isLower,',
    tests: numbers,
  },
  {
    name: 'an upload number is given out twice',
    file: table,
    from: "UpdateExpression: 'ADD last_number :one',",
    to: "UpdateExpression: 'SET last_number = :one',",
    tests: numbers,
  },
  {
    name: 'one more than the quota of a day',
    file: 'shared/ledger/upload-numbers.ts',
    from: 'places_taken < :places',
    to: 'places_taken <= :places',
    tests: numbers,
  },
  {
    name: 'an item is read that may be stale',
    file: table,
    from: 'Key: { pk: key.pk, sk: key.sk }, ConsistentRead: true }',
    to: 'Key: { pk: key.pk, sk: key.sk } }',
    tests: ['test/unit/score-store/score-table.test.ts'],
  },
  {
    name: 'a chain is read that may be stale',
    file: table,
    from: '      ConsistentRead: true,\n      KeyConditionExpression: among ?',
    to: '      KeyConditionExpression: among ?',
    tests: ['test/unit/score-store/score-table.test.ts'],
  },
  {
    name: 'the hash of what arrived is not computed again',
    file: 'shared/submission/receive-submission.ts',
    from: 'if (sha256 !== parsed.sha256) throw',
    to: "if (sha256 === '') throw",
    tests: ['test/unit/intake/wrong-bytes.test.ts'],
  },
  {
    name: 'a document that is not what the ledger names: DOCUMENT_CHANGED',
    file: 'shared/lake/documents.ts',
    from: 'if (sha256Of(stored.bytes) !== sha256) throw',
    to: "if (sha256Of(stored.bytes) === '') throw",
    tests: ['test/unit/functions/freeze-inputs.test.ts'],
  },
  {
    name: 'a signed upload of any length',
    file: objects,
    from: "Conditions: [['content-length-range', 1, policy.maxBytes]],",
    to: 'Conditions: [],',
    tests: upload,
  },
  {
    name: 'a signed upload of any bytes',
    file: objects,
    from: "    'x-amz-checksum-sha256': Buffer.from(policy.sha256, 'hex').toString('base64'),\n",
    to: '',
    tests: upload,
  },
  {
    name: 'ten times as many bytes',
    file: 'shared/submission/upload-limits.ts',
    from: 'maxUploadBytes = 5 * 1024 * 1024',
    to: 'maxUploadBytes = 50 * 1024 * 1024',
    tests: upload,
  },
  {
    name: 'a signed upload for hours',
    file: 'functions/request-upload/request-upload.ts',
    from: 'const expiresSeconds = 900;',
    to: 'const expiresSeconds = 9000;',
    tests: upload,
  },
  {
    name: 'a signed link for a day',
    file: objects,
    from: 'const downloadSeconds = 300;',
    to: 'const downloadSeconds = 86_400;',
    tests: ['test/long/functions/read-run.test.ts'],
  },
  {
    name: 'a key of a client stands for other bytes',
    file: 'functions/submit-values/submit-values.ts',
    from: '{ partial: true } : {}) })) throw keyReused();',
    to: '{ partial: true } : {}) })) void keyReused();',
    tests: ['test/unit/intake/idempotency.test.ts'],
  },
  {
    name: 'bytes that are not what their sender says: Content-Digest',
    file: 'shared/http/content-digest.ts',
    from: 'return found.length === digest.length && timingSafeEqual(found, digest);',
    to: 'return found.length === digest.length;',
    tests: ['test/unit/http/content-digest.test.ts'],
  },
  {
    name: 'a delivered version is published with another content',
    file: 'functions/publish-framework/find-earlier.ts',
    from: 'if (delivered !== null && delivered !== sha256) return delivered;',
    to: '',
    tests: ['test/unit/functions/publish-framework.test.ts'],
  },
  {
    name: 'a period is opened under a delivered version with another content',
    file: 'functions/open-period/require-own-version.ts',
    from: 'frozenVersion(framework) ?? ',
    to: '',
    tests: ['test/unit/functions/publish-framework.test.ts'],
  },
];
