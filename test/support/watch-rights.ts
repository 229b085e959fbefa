import { AsyncLocalStorage } from 'node:async_hooks';
import { S3Client } from '@aws-sdk/client-s3';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { HandlerLoader } from '../../infra/local/functions.ts';
import { localNames } from '../../infra/local/names.ts';
import { functions, type Resource } from '../../infra/topology.ts';

/** One thing that a function asked of a bucket or of a table. */
interface Asked {
  resource: Resource;
  kind: 'read' | 'write' | 'versions' | 'change';
  /** Of the object; empty for a table, which is granted as a whole. */
  key: string;
}

interface Command {
  input: { Bucket?: string; Key?: unknown; Prefix?: string; TableName?: string };
}

const running = new AsyncLocalStorage<Asked[]>();
const resourceOf = (name: string | undefined) =>
  (Object.keys(localNames) as Resource[]).find((key) => localNames[key] === name)!;

function kindOf(command: string, resource: Resource): Asked['kind'] {
  if (command === 'ListObjectVersionsCommand') return 'versions';
  if (/^(Get|Head|Query|List)/.test(command)) return 'read';
  return resource === 'LEDGER_TABLE' && command !== 'PutCommand' ? 'change' : 'write';
}

/** The SDK's clients note, beside what they do, what was asked while a watched function ran. */
for (const { prototype } of [S3Client, DynamoDBDocumentClient]) {
  const sender = prototype as unknown as { send(command: Command, ...rest: unknown[]): unknown };
  const { send } = sender;
  sender.send = function (command, ...rest) {
    const { Bucket: bucket, Key: key, Prefix: prefix, TableName: table } = command.input;
    const resource = resourceOf(bucket ?? table);
    const kind = kindOf(command.constructor.name, resource);
    running.getStore()?.push({ resource, kind, key: bucket ? String(key ?? prefix) : '' });
    return send.call(this, command, ...rest);
  };
}

/** Handlers that are watched, and what each has asked for, by function. */
export function watchRights(load: HandlerLoader): { loadHandler: HandlerLoader; asked: Map<string, Asked[]> } {
  const asked = new Map<string, Asked[]>();
  const loadHandler: HandlerLoader = async (name) => {
    const handler = await load(name);
    const notes: Asked[] = [];
    asked.set(name, notes);
    return (event, context) => running.run(notes, () => handler(event, context));
  };
  return { loadHandler, asked };
}

function patternsOf(name: string, { resource, kind }: Pick<Asked, 'resource' | 'kind'>): string[] {
  const access = functions.find((spec) => spec.name === name)?.uses[resource] ?? {};
  // Nobody may change what stands in the ledger.
  if (kind === 'change') return [];
  if (kind === 'versions') return access.versions ? (access.read ?? []) : [];
  return access[kind] ?? [];
}

const matches = (pattern: string, key: string): boolean =>
  new RegExp(`^${pattern.replaceAll('.', '\\.').replaceAll('*', '.*')}$`).test(key);

/** What IAM would have refused. */
export const refusedOf = (name: string, asked: Asked[]): Asked[] =>
  asked.filter((one) => !patternsOf(name, one).some((pattern) => matches(pattern, one.key)));

/** Grants of the tables and of the lake's keys that nothing was asked under. */
export function idleGrantsOf(name: string, asked: Asked[]): string[] {
  const grants = (['LAKE_BUCKET', 'SCORE_TABLE', 'LEDGER_TABLE'] as const).flatMap((resource) =>
    (['read', 'write'] as const).flatMap((kind) =>
      patternsOf(name, { resource, kind }).map((pattern) => ({ resource, kind, pattern })),
    ),
  );
  const isUsed = ({ resource, kind, pattern }: (typeof grants)[number]) =>
    asked.some((one) => one.resource === resource && one.kind === kind && matches(pattern, one.key));
  return grants
    .filter((grant) => !isUsed(grant))
    .map(({ resource, kind, pattern }) => `${resource} ${kind} ${pattern}`);
}
