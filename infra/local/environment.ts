import { devNull } from 'node:os';
import type { FunctionSpec, Resource, Setting } from '../topology.ts';
import { localCredentials, localNames, localRegion } from './names.ts';

/** Addresses of the embedded engines. */
export interface Endpoints {
  s3: string;
  dynamodb: string;
  athena: string;
  sfn: string;
  secretsManager: string;
  mail: string;
}

type Environment = Record<string, string | undefined>;

const resources = Object.keys(localNames) as Resource[];

/** Values of settings, and the one resource that is a file of the state: other ones with each boot, as ports are. */
export type Settings = Record<Setting | 'RELEASE_KEY', string>;

/** Credentials of the local engines, and no way to any others. */
export const localAccess: Environment = {
  AWS_REGION: localRegion,
  AWS_ACCESS_KEY_ID: localCredentials.accessKeyId,
  AWS_SECRET_ACCESS_KEY: localCredentials.secretAccessKey,
  // Whatever account this machine is signed in to must stay out of reach: a service not emulated refuses instead.
  AWS_ENDPOINT_URL: 'http://127.0.0.1:9',
  AWS_PROFILE: undefined,
  AWS_SESSION_TOKEN: undefined,
  AWS_CONFIG_FILE: devNull,
  AWS_SHARED_CREDENTIALS_FILE: devNull,
  AWS_EC2_METADATA_DISABLED: 'true',
};

/** What every function sees. SDK clients look at these at their first call, so they stand as long as the pipeline runs. */
export function commonEnvironment(endpoints: Endpoints, codeVersion: string): Environment {
  return {
    ...localAccess,
    AWS_ENDPOINT_URL_S3: endpoints.s3,
    AWS_ENDPOINT_URL_DYNAMODB: endpoints.dynamodb,
    AWS_ENDPOINT_URL_ATHENA: endpoints.athena,
    AWS_ENDPOINT_URL_SFN: endpoints.sfn,
    AWS_ENDPOINT_URL_SECRETS_MANAGER: endpoints.secretsManager,
    AWS_ENDPOINT_URL_SESV2: endpoints.mail,
    CODE_VERSION: codeVersion,
    // The minutely schedule says each time that it was there: for a log, not for a terminal.
    POWERTOOLS_LOG_LEVEL: process.env.POWERTOOLS_LOG_LEVEL ?? 'WARN',
  };
}

/** Keys of one function: what its topology entry lists is set, all else absent, as on AWS. */
export function functionEnvironment(spec: FunctionSpec, settings: Partial<Settings>): Environment {
  const names = { ...localNames, ...settings };
  const own = resources.map((resource) => [resource, resource in spec.uses ? names[resource] : undefined]);
  const told = (spec.settings ?? []).map((key) => [key, settings[key]]);
  return { ...Object.fromEntries([...own, ...told]), AWS_LAMBDA_FUNCTION_NAME: spec.name };
}

/** Puts values into `process.env`, `undefined` removing one; the answer puts back what was there. */
export function applyEnvironment(environment: Environment): () => void {
  const former = Object.fromEntries(Object.keys(environment).map((key) => [key, process.env[key]]));
  assign(environment);
  return () => assign(former);
}

function assign(environment: Environment): void {
  for (const [key, value] of Object.entries(environment)) {
    if (value === undefined) delete process.env[key];
    else process.env[key] = value;
  }
}
