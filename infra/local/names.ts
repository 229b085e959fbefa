import type { Resource } from '../topology.ts';

export const localRegion = 'ap-southeast-1';
export const localAccount = '000000000000';

/** What the local S3 server checks signatures against. Not a secret: it listens on loopback and holds one person's data. */
export const localCredentials = { accessKeyId: 'local', secretAccessKey: 'local-development-only' };

export const localArn = (service: string, resource: string) =>
  `arn:aws:${service}:${localRegion}:${localAccount}:${resource}`;

export const stateMachineArn = (workflow: string) => localArn('states', `stateMachine:${workflow}`);

/** Value of each resource's environment key on this machine. */
export const localNames: Record<Resource, string> = {
  RAW_BUCKET: 'raw',
  LAKE_BUCKET: 'lake',
  PUBLIC_BUCKET: 'public',
  SCORE_TABLE: 'score-store',
  LEDGER_TABLE: 'dti-ledger',
  ATHENA_WORKGROUP: 'dti',
  RUN_STATE_MACHINE: stateMachineArn('run-period'),
  SIGNING_KEY_SECRET: 'dti/signing-key',
  // Where the key really lies is known at each boot.
  RELEASE_KEY: 'file:///release-key.pem',
  NOTICE_SENDER: 'dti@localhost.invalid',
};
