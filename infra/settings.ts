import { findUnit } from '../shared/units/registry.ts';

/** What differs between two deployments; everything else is in the topology. Each comes from CDK context: `-c key=value`. */
export interface Settings {
  region: string;
  /** `prod` refuses the placeholders below. */
  stage: string;
  /** A provider in place of the user pool, whose tokens the API accepts instead; undefined: the pool's own. */
  provider: SignInProvider | undefined;
  /** The user pool writes by the mail service too, which it may only once the sender's domain is proved. */
  invitesBySender: boolean;
  /** Begins the address of the user pool's pages; one in all of a region. */
  signInPrefix: string;
  /** Asked by the user pool for people who are known elsewhere, such as VNeID. */
  externalProvider: ExternalProvider | undefined;
  /** Units whose own systems sign in by themselves, each with a client of its own. */
  unitSystems: string[];
  /** Where the browser stands when it posts a form to the raw bucket: `https://portal.example.vn`. */
  portalOrigin: string;
  /** Of the public site, for addresses that others keep: `https://dti.example.vn`. */
  publicOrigin: string;
  /** Of the public site's host, in us-east-1; without one the site stands under an address of CloudFront's. */
  publicCertificateArn: string | undefined;
  /** Of the portal's host, in us-east-1; without one the portal stands under an address of CloudFront's. */
  portalCertificateArn: string | undefined;
  /** Commit the functions are built from; every release names it. */
  codeVersion: string;
  /** Whom mail to units comes from; its domain is proved to the mail service by DNS records. */
  noticeSender: string;
  /** Receives the alarms; without one they ring on a topic nobody listens to. */
  alarmEmail: string | undefined;
  /** That alarms watch, as `DtiEdge` puts them out; undefined until it was deployed once. */
  distributions: Distributions | undefined;
}

/** By their ids at CloudFront. */
export interface Distributions {
  site: string;
  portal: string;
}

/** An OpenID provider that stands in for the user pool. */
export interface SignInProvider {
  issuer: string;
  audience: string;
  /** Where its pages are, when they are not under the issuer's own address. */
  endpoint: string;
}

/** An OpenID provider behind the user pool. */
export interface ExternalProvider {
  name: string;
  issuer: string;
  clientId: string;
  /** Of the secret, in Secrets Manager, that holds the client's. */
  secretName: string;
}

/** Enough to synthesise and review, never to deploy for real: `.invalid` resolves nowhere (RFC 2606). */
const placeholders = {
  signInPrefix: 'dti-portal',
  portalOrigin: 'https://portal.invalid',
  publicOrigin: 'https://dti.invalid',
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
    provider: readProvider(context),
    signInPrefix: readText(context, 'signInPrefix') ?? placeholders.signInPrefix,
    externalProvider: readExternal(context),
    invitesBySender: readText(context, 'invitesBySender') === 'true',
    unitSystems: readUnits(context),
    portalOrigin: readText(context, 'portalOrigin') ?? placeholders.portalOrigin,
    publicOrigin: readText(context, 'publicOrigin') ?? placeholders.publicOrigin,
    publicCertificateArn: readText(context, 'publicCertificateArn'),
    portalCertificateArn: readText(context, 'portalCertificateArn'),
    noticeSender: readText(context, 'noticeSender') ?? placeholders.noticeSender,
    codeVersion: readText(context, 'codeVersion') ?? placeholders.codeVersion,
    alarmEmail: readText(context, 'alarmEmail'),
    distributions: readDistributions(context),
  };
  requireOrigin('portalOrigin', settings.portalOrigin);
  requireOrigin('publicOrigin', settings.publicOrigin);
  requireAddress('noticeSender', settings.noticeSender);
  return settings;
}

function readProvider(context: Context): SignInProvider | undefined {
  const given = readTogether(context, 'issuer', 'audience');
  if (!given) return undefined;
  const provider = { ...given, endpoint: readText(context, 'signInEndpoint') ?? given.issuer };
  requireOrigin('issuer', provider.issuer);
  requireOrigin('signInEndpoint', provider.endpoint);
  return provider;
}

function readDistributions(context: Context): Distributions | undefined {
  const given = readTogether(context, 'siteDistribution', 'portalDistribution');
  return given && { site: given.siteDistribution, portal: given.portalDistribution };
}

function readExternal(context: Context): ExternalProvider | undefined {
  const given = readTogether(context, 'externalName', 'externalIssuer', 'externalClientId', 'externalSecretName');
  if (!given) return undefined;
  const { externalName: name, externalIssuer: issuer, externalClientId: clientId, externalSecretName } = given;
  requireOrigin('externalIssuer', issuer);
  return { name, issuer, clientId, secretName: externalSecretName };
}

/** API Gateway looks for a token's client among fifty at most; the page is one of them. */
const mostUnitSystems = 49;

/** `P04-2025,P01-2025` */
function readUnits(context: Context): string[] {
  const units = [...new Set((readText(context, 'unitSystems') ?? '').split(/[\s,]+/).filter(Boolean))];
  const unknown = units.filter((unit) => findUnit(unit) === null);
  if (unknown.length > 0) throw new Error(`context unitSystems names no unit of the registry: ${unknown.join(', ')}`);
  if (units.length > mostUnitSystems) throw new Error(`context unitSystems: at most ${mostUnitSystems} units`);
  return units;
}

/** All of them or none: half a provider lets nobody in. */
function readTogether<Key extends string>(context: Context, ...keys: Key[]): Record<Key, string> | undefined {
  if (keys.every((key) => readText(context, key) === undefined)) return undefined;
  requireAll(context, keys, `context ${keys[0]}`);
  return Object.fromEntries(keys.map((key) => [key, readText(context, key)])) as Record<Key, string>;
}

function requireAll(context: Context, keys: string[], what = 'stage prod'): void {
  const missing = keys.filter((key) => readText(context, key) === undefined);
  if (missing.length > 0) throw new Error(`${what} needs context ${missing.map((key) => `-c ${key}=…`).join(' ')}`);
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
