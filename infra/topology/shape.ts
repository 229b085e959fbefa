import type { CallerRole } from '../../shared/identity/caller.ts';

/** Key of an environment variable that names a resource. */
export type Resource =
  | 'RAW_BUCKET'
  | 'LAKE_BUCKET'
  | 'PUBLIC_BUCKET'
  | 'SCORE_TABLE'
  | 'LEDGER_TABLE'
  | 'ATHENA_WORKGROUP'
  | 'RUN_STATE_MACHINE'
  | 'SIGNING_KEY_SECRET'
  /** Signs releases and commitments. */
  | 'RELEASE_KEY'
  | 'NOTICE_SENDER';

/** Key of an environment variable that names nothing to be granted. */
export type Setting =
  /** Addresses that the portal's page talks to, as JSON (`functions/serve-portal/portal-config.ts`). */
  | 'PORTAL_CONFIG'
  /** Folder of the portal's built files. */
  | 'PORTAL_FILES'
  /** Where the portal is, for links in mails: `https://portal.example.vn`. */
  | 'PORTAL_ORIGIN'
  /** Folder of what all public pages share, as it was built. */
  | 'SITE_FILES'
  /** Which pages a release gets: `all`, or `rankings` where it is made for its files alone. */
  | 'SITE_EXTENT'
  /** Where the public site is, for addresses that others keep: `https://dti.example.vn`. */
  | 'PUBLIC_ORIGIN';

/** For buckets: key patterns that may be read or written; `'*'` elsewhere means the resource as a whole. */
export interface Access {
  read?: string[];
  write?: string[];
  /**
   * Of a bucket: may list the versions of the keys it reads. By itself and not with `read`: who looks for the first of
   * several uploads needs it, who reads one that an event or a record names does not.
   */
  versions?: true;
}

export type Role = 'public' | CallerRole;

export interface Route {
  method: 'GET' | 'HEAD' | 'OPTIONS' | 'POST';
  /** API Gateway path: `/v1/runs/{run_id}`. */
  path: string;
  /** Who may call it; `public` has no authorizer. The use case checks again. */
  roles: Role[];
}

export type Trigger =
  | { kind: 'http'; routes: Route[] }
  | { kind: 'queue'; queue: string }
  | { kind: 'workflow'; workflow: string; state: string }
  /** Every day at this time by the clock in Vietnam. */
  | { kind: 'schedule'; at: `${number}:${number}` }
  /** For each access token that the sign-in makes. */
  | { kind: 'sign-in' };

export interface FunctionSpec {
  /** Folder under `functions/`, and the construct's id. */
  name: string;
  memoryMb: number;
  timeoutSeconds: number;
  trigger: Trigger;
  /** Called by the clock every minute as well, with `{scheduled_at}`. */
  everyMinute?: true;
  uses: Partial<Record<Resource, Access>>;
  /** What else it is told; nothing by default. */
  settings?: Setting[];
}

/** A queue fed by an EventBridge rule; after `maxReceives` failures a message waits in its DLQ for the replay command. */
export interface QueueSpec {
  queue: string;
  source: {
    bucket: Resource;
    detailType: 'Object Created';
    keyPrefix: string;
    /** Of the keys that begin so, those that end so; absent: all. */
    keySuffix?: string;
    /** One more key, of a file by itself. */
    alsoKey?: string;
  };
  /** Also fed every day at this time by the clock in Vietnam, with `{scheduled_at}`. */
  dailyAt?: `${number}:${number}`;
  maxReceives: number;
  /** Messages at work at once; absent: as many as there are. */
  maxConcurrency?: number;
  /** Who is hurt when the DLQ fills; the alarm says it. */
  impact: string;
}

export interface WorkflowSpec {
  workflow: string;
  /** ASL file, JSONPath only; `${state}` placeholders of Task resources are filled by each root. */
  file: string;
  impact: string;
}
