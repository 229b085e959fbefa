import { AsyncLocalStorage } from 'node:async_hooks';
import { S3Client } from '@aws-sdk/client-s3';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { HandlerLoader } from '../../infra/local/functions.ts';
import { localNames } from '../../infra/local/names.ts';
import { functions, type Resource } from '../../infra/topology.ts';

/** One thing that a function asked of a bucket or of the score store. */
interface Asked {
  resource: Resource;
  kind: 'read' | 'write';
  /** Of the object; empty for the score store, which is granted as a whole. */
  key: string;
}

interface Command {
  input: { Bucket?: string; Key?: unknown };
}

const running = new AsyncLocalStorage<Asked[]>();
const resourceOf = (name = localNames.SCORE_TABLE) =>
  (Object.keys(localNames) as Resource[]).find((key) => localNames[key] === name)!;

/** The SDK's clients note, beside what they do, what was asked while a watched function ran. */
for (const { prototype } of [S3Client, DynamoDBDocumentClient]) {
  const sender = prototype as unknown as { send(command: Command, ...rest: unknown[]): unknown };
  const { send } = sender;
  sender.send = function (command, ...rest) {
    const { Bucket: bucket, Key: key } = command.input;
    const kind = /^(Get|Head|Query|List)/.test(command.constructor.name) ? 'read' : 'write';
    running.getStore()?.push({ resource: resourceOf(bucket), kind, key: bucket ? String(key) : '' });
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

const patternsOf = (name: string, { resource, kind }: Pick<Asked, 'resource' | 'kind'>): string[] =>
  functions.find((spec) => spec.name === name)?.uses[resource]?.[kind] ?? [];

const matches = (pattern: string, key: string): boolean =>
  new RegExp(`^${pattern.replaceAll('.', '\\.').replaceAll('*', '.*')}$`).test(key);

/** What IAM would have refused. */
export const refusedOf = (name: string, asked: Asked[]): Asked[] =>
  asked.filter((one) => !patternsOf(name, one).some((pattern) => matches(pattern, one.key)));

/** Grants of the score store and of the lake's keys that nothing was asked under. */
export function idleGrantsOf(name: string, asked: Asked[]): string[] {
  const grants = (['LAKE_BUCKET', 'SCORE_TABLE'] as const).flatMap((resource) =>
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
