import * as z from 'zod';
import { S3Error } from './s3-error.ts';
import { type Credentials, parseScope, verifySignature } from './sigv4.ts';

const matchCondition = z.tuple([z.enum(['eq', 'starts-with']), z.string().startsWith('$'), z.string()]);
const lengthCondition = z.tuple([z.literal('content-length-range'), z.int().nonnegative(), z.int().nonnegative()]);
const policyDocument = z.object({
  expiration: z.iso.datetime(),
  conditions: z.array(z.union([matchCondition, lengthCondition, z.record(z.string(), z.string())])),
});

type MatchCondition = z.infer<typeof matchCondition>;

/** What a signed policy lets a form do. */
export interface PostPolicy {
  expiration: Date;
  matches: MatchCondition[];
  /** Every one of them holds for the file. */
  lengths: { min: number; max: number }[];
}

const uncovered = ['policy', 'x-amz-signature', 'file'];

/** Verifies the policy's signature and reads it; `fields` have lower-case names. */
export function readPolicy(fields: Record<string, string>, credentials: Credentials): PostPolicy {
  const { policy, 'x-amz-signature': signature, 'x-amz-algorithm': algorithm } = fields;
  if (policy === undefined || signature === undefined) throw new S3Error('AccessDenied', 'Access Denied');
  const scope = parseScope(fields['x-amz-credential']);
  if (algorithm !== 'AWS4-HMAC-SHA256' || !scope || !fields['x-amz-date']?.startsWith(scope.day))
    throw new S3Error('InvalidArgument', 'The X-Amz-Algorithm, X-Amz-Credential or X-Amz-Date field is malformed.');
  verifySignature(policy, scope, signature, credentials);
  return parsePolicy(policy);
}

/** Refuses a form that the policy does not allow; `bucket` is that of the address. */
export function checkForm(policy: PostPolicy, fields: Record<string, string>, bucket: string, now: Date): void {
  if (policy.expiration <= now) throw violated('Policy expired.');
  if (fields.bucket !== undefined && fields.bucket !== bucket) throw violated('the bucket is not that of the address.');
  const named = { ...fields, bucket };
  const covered = new Set(policy.matches.map(([, field]) => fieldName(field)));
  const extra = Object.keys(fields).filter(
    (name) => !covered.has(name) && !uncovered.includes(name) && !name.startsWith('x-ignore-'),
  );
  if (extra.length > 0) throw violated(`Extra input fields: ${extra.join(', ')}`);
  const failed = policy.matches.find((condition) => !holds(condition, named));
  if (failed) throw violated(`Policy Condition failed: ${JSON.stringify(failed)}`);
}

export function checkFileSize(policy: PostPolicy, size: number): void {
  for (const { min, max } of policy.lengths) {
    const proposed = { ProposedSize: String(size) };
    if (size < min)
      throw new S3Error('EntityTooSmall', 'Your proposed upload is smaller than the minimum allowed size', {
        ...proposed,
        MinSizeAllowed: String(min),
      });
    if (size > max)
      throw new S3Error('EntityTooLarge', 'Your proposed upload exceeds the maximum allowed size', {
        ...proposed,
        MaxSizeAllowed: String(max),
      });
  }
}

function parsePolicy(text: string): PostPolicy {
  const { data } = policyDocument.safeParse(parseJson(Buffer.from(text, 'base64').toString('utf8')));
  if (!data) throw new S3Error('InvalidPolicyDocument', 'Invalid Policy: it is not a POST policy document.');
  const conditions = data.conditions.flatMap((condition) =>
    Array.isArray(condition) ? [condition] : Object.entries(condition).map(equal),
  );
  return {
    expiration: new Date(data.expiration),
    matches: conditions.filter((condition) => condition[0] !== 'content-length-range'),
    lengths: conditions.flatMap((one) => (one[0] === 'content-length-range' ? [{ min: one[1], max: one[2] }] : [])),
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const equal = ([name, value]: [string, string]): MatchCondition => ['eq', `$${name}`, value];

const fieldName = (reference: string) => reference.slice(1).toLowerCase();

function holds([operator, field, wanted]: MatchCondition, fields: Record<string, string>): boolean {
  const name = fieldName(field);
  const value = Object.hasOwn(fields, name) ? fields[name]! : null;
  return value !== null && (operator === 'eq' ? value === wanted : value.startsWith(wanted));
}

const violated = (reason: string) => new S3Error('AccessDenied', `Invalid according to Policy: ${reason}`);
