/** What differs between two deployments; everything else is in the topology. Each comes from CDK context: `-c key=value`. */
export interface Settings {
  region: string;
  /** `prod` refuses the placeholders below. */
  stage: string;
  /** OIDC issuer and audience of the tokens the API accepts. */
  issuer: string;
  audience: string;
  /** Where the browser stands when it posts a form to the raw bucket: `https://portal.example.vn`. */
  portalOrigin: string;
  /** Commit the functions are built from; every release names it. */
  codeVersion: string;
  /** Whom mail to units comes from; its domain is proved to the mail service by DNS records. */
  noticeSender: string;
  /** Receives the alarms; without one they ring on a topic nobody listens to. */
  alarmEmail: string | undefined;
}

/** Enough to synthesise and review, never to deploy for real: `.invalid` resolves nowhere (RFC 2606). */
const placeholders = {
  issuer: 'https://sign-in.invalid',
  audience: 'dti-pipeline',
  portalOrigin: 'https://portal.invalid',
  noticeSender: 'dti@portal.invalid',
  codeVersion: 'development',
};

type Context = (key: string) => unknown;

/** Reads the context; throws, naming every missing key at once, when a production stage leaves one to its placeholder. */
export function readSettings(context: Context): Settings {
  const stage = readText(context, 'stage') ?? 'dev';
  if (stage === 'prod') requireAll(context, [...Object.keys(placeholders), 'alarmEmail']);
  const settings = {
    stage,
    region: readText(context, 'region') ?? 'ap-southeast-1',
    issuer: readText(context, 'issuer') ?? placeholders.issuer,
    audience: readText(context, 'audience') ?? placeholders.audience,
    portalOrigin: readText(context, 'portalOrigin') ?? placeholders.portalOrigin,
    noticeSender: readText(context, 'noticeSender') ?? placeholders.noticeSender,
    codeVersion: readText(context, 'codeVersion') ?? placeholders.codeVersion,
    alarmEmail: readText(context, 'alarmEmail'),
  };
  requireOrigin('issuer', settings.issuer);
  requireOrigin('portalOrigin', settings.portalOrigin);
  requireAddress('noticeSender', settings.noticeSender);
  return settings;
}

function requireAll(context: Context, keys: string[]): void {
  const missing = keys.filter((key) => readText(context, key) === undefined);
  if (missing.length > 0) throw new Error(`stage prod needs context ${missing.map((key) => `-c ${key}=…`).join(' ')}`);
}

function requireOrigin(key: string, value: string): void {
  if (!value.startsWith('https://')) throw new Error(`context ${key} must start with https://, got '${value}'`);
}

function requireAddress(key: string, value: string): void {
  if (!/^[\w.+-]+@[\w-]+(\.[\w-]+)+$/.test(value))
    throw new Error(`context ${key} must be a mail address, got '${value}'`);
}

function readText(context: Context, key: string): string | undefined {
  const value = context(key);
  if (value === undefined || value === '') return undefined;
  if (typeof value !== 'string') throw new Error(`context ${key} must be text, got ${JSON.stringify(value)}`);
  return value;
}
