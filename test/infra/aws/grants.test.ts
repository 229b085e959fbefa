import { Stack } from 'aws-cdk-lib';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { describe, expect, it } from 'vitest';
import { AccessLogsBucket, RawBucket } from '../../../infra/constructs/buckets.ts';
import { grantAccess } from '../../../infra/constructs/grants.ts';
import { LedgerTable } from '../../../infra/constructs/ledger-table.ts';
import type { Access, Resource } from '../../../infra/topology.ts';
import { createApp } from '../../support/aws/synthesise.ts';

const stack = new Stack(createApp(), 'Stack');
const accessLogs = new AccessLogsBucket(stack, 'AccessLogs') as IBucket;
const resources = {
  LEDGER_TABLE: new LedgerTable(stack, 'Ledger'),
  RAW_BUCKET: new RawBucket(stack, 'Raw', { accessLogs, portalOrigin: 'https://portal.invalid' }) as IBucket,
};

const statementsOf = (resource: Resource, access: Access) =>
  grantAccess(resource, resources, access).statements.map((statement) => statement.toStatementJson());
const actionsOf = (resource: Resource, access: Access) =>
  grantAccess(resource, resources, access).statements.flatMap(({ actions }) => actions);

describe('a right to the ledger', () => {
  it('is to read and to append: no update, no delete, no batch, which could do both', () => {
    expect(actionsOf('LEDGER_TABLE', { read: ['*'] })).toEqual(['dynamodb:GetItem', 'dynamodb:Query']);
    expect(actionsOf('LEDGER_TABLE', { write: ['*'] })).toEqual(['dynamodb:PutItem']);
  });
});

describe('a right to a bucket', () => {
  const listing = { Action: 's3:ListBucketVersions', Condition: { StringLike: { 's3:prefix': ['submissions/*'] } } };

  it('lists versions only when the topology says so, and of the keys it reads', () => {
    const access: Access = { read: ['submissions/*'] };
    expect(actionsOf('RAW_BUCKET', access)).toEqual(['s3:GetObject', 's3:GetObjectVersion', 's3:ListBucket']);
    expect(statementsOf('RAW_BUCKET', { ...access, versions: true })).toContainEqual(expect.objectContaining(listing));
  });
});
