import { Stack } from 'aws-cdk-lib';
import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import type { IStateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import type { Access, Resource } from '../topology.ts';
import type { Resources } from './resources.ts';

/** Value of the environment variable, and the statements that make it usable. */
export interface Grant {
  value: string;
  statements: PolicyStatement[];
  /** Resources with a `*` as cdk-nag prints them, each to be acknowledged by itself. */
  wildcards: string[];
}

/** One resource of a function's `uses`, turned into what the function may do with it and nothing more. */
export function grantAccess(resource: Resource, resources: Partial<Resources>, access: Access): Grant {
  const object = resources[resource];
  if (!object) throw new Error(`no ${resource} was given to a function that uses it`);
  return grants[resource](object as never, access);
}

const grants: { [Key in Resource]: (object: Resources[Key], access: Access) => Grant } = {
  RAW_BUCKET: grantBucket,
  LAKE_BUCKET: grantBucket,
  PUBLIC_BUCKET: grantBucket,
  SCORE_TABLE: (table, access) => grantTable(table, access, ['dynamodb:PutItem', 'dynamodb:UpdateItem']),
  // An entry is put once, on condition that its number is free; nothing that stands there is touched again.
  LEDGER_TABLE: (table, access) => grantTable(table, access, ['dynamodb:PutItem']),
  ATHENA_WORKGROUP: (catalog) => ({
    value: catalog.workgroupName,
    statements: catalog.queryStatements(),
    wildcards: [],
  }),
  RUN_STATE_MACHINE: grantStateMachine,
  SIGNING_KEY_SECRET: (secret) => ({
    value: secret.secretArn,
    statements: [allow(['secretsmanager:GetSecretValue'], [secret.secretArn])],
    wildcards: [],
  }),
  RELEASE_KEY: ({ keyArn }) => ({
    value: keyArn,
    statements: [allow(['kms:GetPublicKey', 'kms:Sign'], [keyArn])],
    wildcards: [],
  }),
  NOTICE_SENDER: (mail) => ({
    value: mail.sender,
    statements: [allow(['ses:SendEmail'], mail.arns)],
    wildcards: [],
  }),
};

/** A reader may also list: without that right S3 answers 403 to a key that does not exist, and "not yet" looks like a fault. */
function grantBucket(bucket: IBucket, { read = [], write = [], versions }: Access): Grant {
  const objects = (patterns: string[]) => patterns.map((pattern) => bucket.arnForObjects(pattern));
  return {
    value: bucket.bucketName,
    statements: [
      ...(read.length === 0
        ? []
        : [
            allow(['s3:GetObject', 's3:GetObjectVersion'], objects(read)),
            allow(['s3:ListBucket'], [bucket.bucketArn]),
          ]),
      ...(versions ? [allowVersions(bucket, read)] : []),
      ...(write.length === 0 ? [] : [allow(['s3:PutObject'], objects(write))]),
    ],
    wildcards: wildcardsOf(bucket, [...read, ...write]),
  };
}

/** Lists by whole keys, so the prefix asked for matches the patterns of what may be read. */
const allowVersions = (bucket: IBucket, read: string[]) =>
  new PolicyStatement({
    actions: ['s3:ListBucketVersions'],
    resources: [bucket.bucketArn],
    conditions: { StringLike: { 's3:prefix': read } },
  });

/** A bucket of another stack is printed by the name of the export its ARN arrives through. */
function wildcardsOf(bucket: IBucket, patterns: string[]): string[] {
  const stack = Stack.of(bucket);
  const { 'Fn::ImportValue': exportName } = stack.resolve(stack.exportValue(bucket.bucketArn));
  return [...new Set(patterns)].filter((key) => key.includes('*')).map((key) => `${exportName}/${key}`);
}

/** No right to delete: items are immutable or move by a conditional write. */
function grantTable(table: TableV2, { read, write }: Access, writing: string[]): Grant {
  const actions = [...(read ? ['dynamodb:GetItem', 'dynamodb:Query'] : []), ...(write ? writing : [])];
  return { value: table.tableName, statements: [allow(actions, [table.tableArn])], wildcards: [] };
}

function grantStateMachine(machine: IStateMachine, { read }: Access): Grant {
  if (read) throw new Error('no function reads executions: the ledger holds what there is to know');
  const start = allow(['states:StartExecution'], [machine.stateMachineArn]);
  return { value: machine.stateMachineArn, statements: [start], wildcards: [] };
}

export const allow = (actions: string[], resources: string[]) => new PolicyStatement({ actions, resources });
