import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import type { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { IStateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { type FunctionSpec, functions, type QueueSpec, queues, type WorkflowSpec, workflows } from '../topology.ts';
import type { LakeCatalog } from './lake-catalog.ts';
import type { MailIdentity } from './mail-identity.ts';
import type { ReleaseKey } from './release-key.ts';

/** The objects behind the resource keys of the topology. */
export interface Resources {
  RAW_BUCKET: IBucket;
  LAKE_BUCKET: IBucket;
  PUBLIC_BUCKET: IBucket;
  SCORE_TABLE: TableV2;
  LEDGER_TABLE: TableV2;
  ATHENA_WORKGROUP: LakeCatalog;
  RUN_STATE_MACHINE: IStateMachine;
  SIGNING_KEY_SECRET: Secret;
  RELEASE_KEY: ReleaseKey;
  NOTICE_SENDER: MailIdentity;
}

/** Entries of the topology by name; a construct that asks for one that is not listed fails the synthesis. */
export const functionSpec = (name: string): FunctionSpec => find(functions, (spec) => spec.name, name);
export const queueSpec = (name: string): QueueSpec => find(queues, (spec) => spec.queue, name);
export const workflowSpec = (name: string): WorkflowSpec => find(workflows, (spec) => spec.workflow, name);

function find<Spec>(specs: Spec[], nameOf: (spec: Spec) => string, name: string): Spec {
  const spec = specs.find((candidate) => nameOf(candidate) === name);
  if (!spec) throw new Error(`'${name}' is not in infra/topology.ts`);
  return spec;
}
