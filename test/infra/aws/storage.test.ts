import { Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Bucket, type IBucket } from 'aws-cdk-lib/aws-s3';
import { describe, expect, it } from 'vitest';
import { answerMissingPage } from '../../../functions/read-published/answer-missing-page.ts';
import { PublicSite } from '../../../infra/constructs/public-site.ts';
import { ReleaseKey } from '../../../infra/constructs/release-key.ts';
import { publicHeaders } from '../../../infra/public-headers.ts';
import { functions } from '../../../infra/topology.ts';
import { tableKey } from '../../../shared/lake/keys.ts';
import { lakeDatabase } from '../../../shared/lake/tables.ts';
import { publicQueryKeys } from '../../../shared/public-api/queries.ts';
import { lakeTables } from '../../../shared/scoring/sql/output-tables.ts';
import { unknownPageHeaders } from '../../../shared/site/unknown-page.tsx';
import { flatten } from '../../support/aws/statements.ts';
import { createApp, ofType, synthesise, type TemplateResource } from '../../support/aws/synthesise.ts';

const { stateful, stateless } = synthesise();
const byId = (id: string) => stateful.find((resource) => resource.id === id)!;
const bucketIds = {
  accessLogs: 'AccessLogs8B620ECA',
  raw: 'Raw72517081',
  lake: 'Lake5F1B88EA',
  published: 'PublicD0AE4A11',
};
const buckets = Object.entries(bucketIds).map(([name, id]) => ({ name, id }));

describe('stateful stack', () => {
  it('keeps its logical ids, because a new one means an empty bucket or table in place of the full one', () => {
    // Made again at any time from the code.
    const policies = /Policy|^SignInstampclaims|PreTokenGeneration/;
    const recorded = {
      ...bucketIds,
      scores: 'Scores40F397BD',
      ledger: 'LedgerB7379752',
      signingKey: 'SigningKeyEEFC2790',
      releaseKey: 'ReleaseKeyKey2026E18CDA9E',
      releaseKeyName: 'ReleaseKeyAlias2026F48E063F',
      people: 'SignInPoolFD298EFA',
      scope: 'SignInPoolApi1D01E434',
      client: 'SignInPoolPortalC560DD04',
      pages: 'SignInPoolDomain8B2A7811',
      look: 'SignInBrandingC8B20B92',
      alarms: 'Alarms04B5A0BF',
      mail: 'MailIdentity4EC7C521',
      mailSettings: 'MailConfigurationSet2AA84368',
    };
    expect(
      stateful
        .map(({ id }) => id)
        .filter((id) => !policies.test(id))
        .sort(),
    ).toEqual(Object.values(recorded).sort());
  });

  it('outlives its own deletion', () => {
    const kept = stateful.filter(({ Type }) => !/Policy$|^AWS::(Lambda|IAM)::/.test(Type));
    expect(kept.map(({ id, DeletionPolicy }) => ({ id, DeletionPolicy }))).toEqual(
      kept.map(({ id }) => ({ id, DeletionPolicy: 'Retain' })),
    );
  });

  it('goes on exporting the keys of former years, which the functions of the last deployment still stand on', () => {
    const stack = new Stack(createApp(), 'Keys');
    new ReleaseKey(stack, 'ReleaseKey');
    const template = Template.fromStack(stack);
    const keys = Object.keys(template.findResources('AWS::KMS::Key'));
    const exported = Object.values(template.findOutputs('*')).map(({ Value }) => Value['Fn::GetAtt'][0]);
    expect(exported.sort()).toEqual(keys.sort());
  });

  it('signs releases with a key on P-256 that only publishing and the commitments may use', () => {
    const { KeySpec, KeyUsage } = byId('ReleaseKeyKey2026E18CDA9E').Properties;
    expect({ KeySpec, KeyUsage }).toEqual({ KeySpec: 'ECC_NIST_P256', KeyUsage: 'SIGN_VERIFY' });
    const signing = functions.filter(({ uses }) => uses.RELEASE_KEY).map(({ name }) => name);
    expect(signing.sort()).toEqual(['commit-ledger', 'publish-release']);
    const policies = ofType(stateless, 'AWS::IAM::Policy').filter(({ Properties }) =>
      JSON.stringify(Properties.PolicyDocument).includes('kms:Sign'),
    );
    expect(policies).toHaveLength(2);
  });

  it.each(buckets)('$name is closed to the public, encrypted and TLS only', ({ id }) => {
    const { PublicAccessBlockConfiguration, BucketEncryption } = byId(id).Properties;
    expect(Object.values(PublicAccessBlockConfiguration)).toEqual([true, true, true, true]);
    expect(JSON.stringify(BucketEncryption)).toContain('AES256');
    const policy = ofType(stateful, 'AWS::S3::BucketPolicy').find(({ Properties }) => Properties.Bucket.Ref === id)!;
    expect(policy.Properties.PolicyDocument.Statement).toContainEqual(
      expect.objectContaining({
        Effect: 'Deny',
        Action: 's3:*',
        Condition: { Bool: { 'aws:SecureTransport': 'false' } },
      }),
    );
  });

  it.each(['raw', 'published'] as const)(
    '%s keeps every version locked, because evidence and releases may not change',
    (name) => {
      const { VersioningConfiguration, ObjectLockEnabled, ObjectLockConfiguration } = byId(bucketIds[name]).Properties;
      expect(VersioningConfiguration).toEqual({ Status: 'Enabled' });
      expect(ObjectLockEnabled).toBe(true);
      expect(ObjectLockConfiguration.Rule.DefaultRetention).toEqual({ Mode: 'GOVERNANCE', Days: 3652 });
    },
  );

  it('lets nothing expire but query results and access logs', () => {
    const rules = (id: string) => byId(id).Properties.LifecycleConfiguration?.Rules;
    expect(rules(bucketIds.raw)).toBeUndefined();
    expect(rules(bucketIds.published)).toBeUndefined();
    expect(rules(bucketIds.lake)).toEqual([{ Prefix: 'athena-results/', ExpirationInDays: 30, Status: 'Enabled' }]);
    expect(rules(bucketIds.accessLogs)).toHaveLength(1);
  });

  it('announces uploads, and lets only the portal post them from a browser', () => {
    const { NotificationConfiguration, CorsConfiguration } = byId(bucketIds.raw).Properties;
    expect(NotificationConfiguration).toEqual({ EventBridgeConfiguration: { EventBridgeEnabled: true } });
    expect(CorsConfiguration.CorsRules).toMatchObject([
      { AllowedMethods: ['POST'], AllowedOrigins: ['https://portal.invalid'] },
    ]);
  });

  it.each(['Scores40F397BD', 'LedgerB7379752'])('can bring %s back to any second and refuses to drop it', (id) => {
    const { BillingMode, KeySchema, Replicas } = byId(id).Properties;
    expect(BillingMode).toBe('PAY_PER_REQUEST');
    expect(KeySchema).toEqual([
      { AttributeName: 'pk', KeyType: 'HASH' },
      { AttributeName: 'sk', KeyType: 'RANGE' },
    ]);
    expect(Replicas).toMatchObject([
      { DeletionProtectionEnabled: true, PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true } },
    ]);
  });

  it('refuses to everybody to change what stands in the ledger', () => {
    const [replica] = byId('LedgerB7379752').Properties.Replicas;
    expect(replica.ResourcePolicy.PolicyDocument.Statement).toEqual([
      {
        Effect: 'Deny',
        Principal: { AWS: '*' },
        Action: expect.arrayContaining(['dynamodb:UpdateItem', 'dynamodb:DeleteItem', 'dynamodb:BatchWriteItem']),
        Resource: '*',
      },
    ]);
    expect(replica.ResourcePolicy.PolicyDocument.Statement[0].Action).not.toContain('dynamodb:PutItem');
  });

  it('opens the public bucket to the distributions of this account alone', () => {
    const policy = ofType(stateful, 'AWS::S3::BucketPolicy').find(
      ({ Properties }) => Properties.Bucket.Ref === bucketIds.published,
    )!;
    const allowed = policy.Properties.PolicyDocument.Statement.filter(
      ({ Effect }: { Effect: string }) => Effect === 'Allow',
    );
    expect(allowed.map(({ Action }: { Action: string }) => Action)).toEqual(['s3:GetObject', 's3:ListBucket']);
    for (const { Principal, Condition } of allowed) {
      expect(Principal).toEqual({ Service: 'cloudfront.amazonaws.com' });
      // A key that CloudFront did not send would shut it out, and with it the public.
      expect(Object.keys(Condition)).toEqual(['ArnLike']);
      expect(flatten(Condition.ArnLike['aws:SourceArn'])).toBe(
        'arn:AWS::Partition:cloudfront::AWS::AccountId:distribution/*',
      );
    }
  });
});

describe('lake catalog', () => {
  const tables = ofType(stateless, 'AWS::Glue::Table');
  const inputOf = (table: string) =>
    tables.find(({ Properties }: TemplateResource) => Properties.TableInput.Name === table)!.Properties.TableInput;

  it('has the tables of the lake and no other', () => {
    expect(tables.map(({ Properties }) => Properties.TableInput.Name).sort()).toEqual(
      lakeTables.map(({ table }) => table).sort(),
    );
  });

  it.each(lakeTables)('$table has the columns the Parquet writer writes', ({ table, columns }) => {
    const types = { varchar: 'string', bigint: 'bigint', boolean: 'boolean' };
    const { Columns } = inputOf(table).StorageDescriptor;
    expect(Columns.map(({ Name, Type }: { Name: string; Type: string }) => `${Name} ${Type}`)).toEqual(
      columns.map(({ name, type }) => `${name} ${types[type]}`),
    );
  });

  it.each(lakeTables)('$table finds a run where the step that writes it puts it', ({ table }) => {
    const { Parameters, PartitionKeys } = inputOf(table);
    const template = Parameters['storage.location.template']['Fn::Join'][1].at(-1);
    expect(PartitionKeys).toMatchObject([{ Name: 'run_id', Type: 'string' }]);
    expect(Parameters).toMatchObject({ 'projection.enabled': 'true', 'projection.run_id.type': 'injected' });
    // biome-ignore lint/suspicious/noTemplateCurlyInString: Athena's placeholder
    expect(`/${tableKey(table, 'RUN')}`).toBe(`${template.replace('${run_id}', 'RUN')}data.parquet`);
  });

  it('binds every query to its result folder and its cut-off', () => {
    const [workgroup] = ofType(stateless, 'AWS::Athena::WorkGroup');
    const { Name, WorkGroupConfiguration } = workgroup!.Properties;
    expect(Name).toBe(lakeDatabase);
    expect(WorkGroupConfiguration).toMatchObject({
      EnforceWorkGroupConfiguration: true,
      BytesScannedCutoffPerQuery: 1024 ** 3,
    });
    expect(WorkGroupConfiguration.ResultConfiguration.OutputLocation['Fn::Join'][1].at(-1)).toBe('/athena-results/');
  });
});

/** Written out: compared with the constant itself, a weaker constant would pass. */
const securityHeaders = {
  'access-control-allow-origin': '*',
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; " +
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'referrer-policy': 'strict-origin-when-cross-origin',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
};

describe('public site', () => {
  const { CacheBehaviors, DefaultCacheBehavior, Origins, OriginGroups, CustomErrorResponses } = ofType(
    stateless,
    'AWS::CloudFront::Distribution',
  ).find(({ id }) => id.startsWith('PublicSite'))!.Properties.DistributionConfig;
  const behaviour = (path: string) =>
    CacheBehaviors.find(({ PathPattern }: { PathPattern: string }) => PathPattern === path);
  const cachingDisabled = '4135ea2d-6df8-44a3-9df3-4b5a84be39ad';

  const policyOf = ({ ResponseHeadersPolicyId }: { ResponseHeadersPolicyId: { Ref: string } }) =>
    stateless.find(({ id }) => id === ResponseHeadersPolicyId.Ref)!;

  it('lets others frame what is made for it, which runs and fetches nothing, and nothing else', () => {
    const framed = CacheBehaviors.filter(
      (one: { ResponseHeadersPolicyId: { Ref: string } }) => policyOf(one).id !== policyOf(DefaultCacheBehavior).id,
    );
    expect(framed).toMatchObject([
      { PathPattern: '/v1/releases/withdraw' },
      { PathPattern: '/embed/*', AllowedMethods: ['GET', 'HEAD'] },
      // The signed-in calls, which may be framed as little as the pages, and read from elsewhere by nobody.
      { PathPattern: '/v1/*' },
    ]);
    expect(policyOf(framed[2]).Properties.ResponseHeadersPolicyConfig).toMatchObject({
      SecurityHeadersConfig: { FrameOptions: { FrameOption: 'DENY' } },
    });
    const { ContentSecurityPolicy, FrameOptions, ContentTypeOptions } = policyOf(framed[1]).Properties
      .ResponseHeadersPolicyConfig.SecurityHeadersConfig;
    expect(ContentSecurityPolicy).toEqual({
      ContentSecurityPolicy:
        "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors *",
      Override: true,
    });
    expect([FrameOptions, ContentTypeOptions.Override]).toEqual([undefined, true]);
  });

  const alsoWritten = ['/v1/periods', '/v1/frameworks', '/v1/releases'];
  const patterns = [
    ...['/v1/scoreboard/*', '/v1/openapi.json', '/v1/groups', '/v1/units', '/v1/units/*'],
    ...['/v1/frameworks/*', '/v1/releases/*', '/v1/feed', ...alsoWritten],
  ];

  it('caches reading only, of pages, files and every public route', () => {
    expect(DefaultCacheBehavior.AllowedMethods).toEqual(['GET', 'HEAD']);
    expect(CacheBehaviors.map(({ PathPattern }: { PathPattern: string }) => PathPattern).slice(0, -1)).toEqual([
      '/v1/releases/withdraw',
      ...patterns,
      '/embed/*',
    ]);
    for (const path of patterns) {
      const { CachedMethods, AllowedMethods, CachePolicyId, Compress, OriginRequestPolicyId } = behaviour(path);
      expect([CachedMethods ?? ['GET', 'HEAD'], Compress]).toEqual([['GET', 'HEAD'], true]);
      expect(CachePolicyId).not.toBe(cachingDisabled);
      // Signed-in calls to the same address pass with all that they carry; the others carry nothing that counts.
      expect([AllowedMethods.includes('POST'), OriginRequestPolicyId !== undefined]).toEqual(
        Array(2).fill(alsoWritten.includes(path)),
      );
    }
  });

  it('lets by and refuses query keys by the one list that the API checks', () => {
    const policy = ofType(stateless, 'AWS::CloudFront::CachePolicy').find(({ id }) => id.includes('ScoreboardCache'))!;
    const { QueryStringsConfig } = policy.Properties.CachePolicyConfig.ParametersInCacheKeyAndForwardedToOrigin;
    expect(QueryStringsConfig).toEqual({ QueryStringBehavior: 'whitelist', QueryStrings: publicQueryKeys });
    // More than ten need a quota of their own.
    expect(publicQueryKeys.length).toBeLessThanOrEqual(10);
    const edge = ofType(stateless, 'AWS::CloudFront::Function').find(({ id }) => id.includes('KnownQuery'))!;
    const handle = new Function(`${edge.Properties.FunctionCode}; return handler;`)();
    const asked = (method: string, querystring: object) =>
      handle({ request: { method, uri: '/v1/units', querystring }, context: { requestId: 'r' } });
    expect(asked('GET', { q: { value: 'hue' } })).toMatchObject({ uri: '/v1/units' });
    const refused = asked('HEAD', { grup: { value: 'x' } });
    expect([refused.statusCode, refused.headers['content-type'].value]).toEqual([
      400,
      'application/problem+json; charset=utf-8',
    ]);
    expect(JSON.parse(refused.body)).toMatchObject({ type: 'urn:dti:problem:query-unknown', request_id: 'r' });
    expect(asked('POST', { publish: { value: 'x' } })).toMatchObject({ method: 'POST' });
  });

  it('lets pages of any origin read, and see nothing of what needs a token', () => {
    const corsOf = (path: string) => {
      const id = behaviour(path).ResponseHeadersPolicyId.Ref;
      const found = ofType(stateless, 'AWS::CloudFront::ResponseHeadersPolicy').find((one) => one.id === id);
      return found!.Properties.ResponseHeadersPolicyConfig.CorsConfig;
    };
    const methods = ['GET', 'HEAD', 'OPTIONS'];
    expect(corsOf('/v1/units')).toMatchObject({
      ...{ AccessControlAllowOrigins: { Items: ['*'] }, AccessControlAllowCredentials: false },
      AccessControlAllowMethods: { Items: methods },
    });
    expect(corsOf('/v1/*')).toBeUndefined();
  });

  it('caches nothing that a token was needed for, and asks the public paths first', () => {
    expect(behaviour('/v1/*')).toMatchObject({ CachePolicyId: cachingDisabled });
    expect(CacheBehaviors.at(-1).PathPattern).toBe('/v1/*');
  });

  it('lets every call that needs a token through, also below a folder that is read by all', () => {
    /** What CloudFront takes: the first pattern that fits. */
    const taking = (path: string) =>
      CacheBehaviors.find(({ PathPattern }: { PathPattern: string }) =>
        new RegExp(`^${PathPattern.replaceAll('.', '\\.').replaceAll('*', '.*')}$`).test(path),
      );
    const signedIn = functions.flatMap(({ trigger }) =>
      trigger.kind === 'http' ? trigger.routes.filter(({ roles }) => !roles.includes('public')) : [],
    );
    const refused = signedIn.filter(({ method, path }) => {
      const { AllowedMethods, OriginRequestPolicyId, CachePolicyId } = taking(path.replaceAll(/\{.*?\}/g, 'x'));
      const isKept = method === 'GET' && CachePolicyId !== cachingDisabled;
      return isKept || !AllowedMethods.includes(method) || OriginRequestPolicyId === undefined;
    });
    expect(refused).toEqual([]);
  });

  it('keeps no refusal: what one odd request is told is nobody else’s answer', () => {
    expect(CustomErrorResponses).toEqual(
      [400, 403, 404, 405, 414].map((ErrorCode) => ({ ErrorCode, ErrorCachingMinTTL: 0 })),
    );
  });

  it('keeps a page that is not there as long as it says: some time, and less than a release may take to stand', () => {
    const seconds = Number(/^public, max-age=(\d+)$/.exec(unknownPageHeaders['cache-control'])![1]);
    expect(seconds).toBeGreaterThanOrEqual(10);
    expect(seconds).toBeLessThanOrEqual(60);
    const policy = ofType(stateless, 'AWS::CloudFront::CachePolicy').find(({ id }) => id.includes('FileCache'))!;
    expect(DefaultCacheBehavior.CachePolicyId).toEqual({ Ref: policy.id });
    // What an answer says of itself counts up to the most that its policy allows.
    expect(policy.Properties.CachePolicyConfig.MaxTTL).toBeGreaterThan(seconds);
  });

  it('answers to its own host where there is a certificate', () => {
    const certificateArn = 'arn:aws:acm:us-east-1:123456789012:certificate/x';
    const stack = new Stack(createApp(), 'Edge');
    new PublicSite(stack, 'PublicSite', {
      ...{ published: new Bucket(stack, 'Published') as IBucket, accessLogs: new Bucket(stack, 'Logs') as IBucket },
      ...{ apiDomainName: 'api.example.vn', publicOrigin: 'https://dti.example.vn', certificateArn },
    });
    const [site] = Object.values(Template.fromStack(stack).findResources('AWS::CloudFront::Distribution'));
    expect(site!.Properties.DistributionConfig).toMatchObject({
      Aliases: ['dti.example.vn'],
      ViewerCertificate: { AcmCertificateArn: certificateArn, MinimumProtocolVersion: 'TLSv1.2_2021' },
    });
  });

  it('answers for a file that is not there with the site’s own page, and hides no answer of the API behind it', () => {
    for (const { ResponsePagePath } of CustomErrorResponses) expect(ResponsePagePath).toBeUndefined();
    const [group, ...others] = OriginGroups.Items;
    expect(others).toEqual([]);
    expect(group.FailoverCriteria.StatusCodes.Items).toEqual([403, 404]);
    const [files, unknown] = group.Members.Items.map(({ OriginId }: { OriginId: string }) =>
      Origins.find(({ Id }: { Id: string }) => Id === OriginId),
    );
    expect([files.S3OriginConfig !== undefined, unknown.OriginPath]).toEqual([true, '/v1/pages']);
    const asking = [DefaultCacheBehavior, ...CacheBehaviors].filter((one) => one.TargetOriginId === group.Id);
    expect(asking.map(({ PathPattern = '*' }) => PathPattern)).toEqual(['*', '/embed/*']);
    // Where the group is asked, CloudFront takes no other method; behind it stands a route that answers this path.
    for (const { AllowedMethods } of asking) expect(AllowedMethods).toEqual(['GET', 'HEAD']);
    expect(answerMissingPage(`${unknown.OriginPath}/none/index.html`)).toMatchObject({ statusCode: 404 });
  });

  it('keeps a page for its minute and a file for ever, as each says itself, whoever asks and with whatever behind the address', () => {
    const policies = [DefaultCacheBehavior, behaviour('/embed/*')].map(({ CachePolicyId }) => CachePolicyId.Ref);
    expect(new Set(policies).size).toBe(1);
    const { MinTTL, DefaultTTL, MaxTTL, ParametersInCacheKeyAndForwardedToOrigin } = stateless.find(
      ({ id }) => id === policies[0],
    )!.Properties.CachePolicyConfig;
    expect([MinTTL, DefaultTTL, MaxTTL]).toEqual([0, 60, 365 * 86_400]);
    expect(ParametersInCacheKeyAndForwardedToOrigin).toEqual({
      ...{ EnableAcceptEncodingBrotli: true, EnableAcceptEncodingGzip: true },
      ...{ CookiesConfig: { CookieBehavior: 'none' }, HeadersConfig: { HeaderBehavior: 'none' } },
      QueryStringsConfig: { QueryStringBehavior: 'none' },
    });
    expect(DefaultCacheBehavior).toMatchObject({ Compress: true });
    expect(DefaultCacheBehavior.OriginRequestPolicyId).toBeUndefined();
  });

  it('signs what it asks of the bucket', () => {
    expect(Origins.filter(({ S3OriginConfig }: { S3OriginConfig?: object }) => S3OriginConfig)).toMatchObject([
      { OriginAccessControlId: { 'Fn::GetAtt': [expect.stringContaining('AccessControl'), 'Id'] } },
    ]);
  });

  it('sends the headers the local gateway sends, and insists on TLS', () => {
    const policy = policyOf(DefaultCacheBehavior);
    const { SecurityHeadersConfig: sent, CorsConfig } = policy.Properties.ResponseHeadersPolicyConfig;
    expect({
      'access-control-allow-origin': CorsConfig.AccessControlAllowOrigins.Items.join(),
      'content-security-policy': sent.ContentSecurityPolicy.ContentSecurityPolicy,
      'referrer-policy': sent.ReferrerPolicy.ReferrerPolicy,
      'x-content-type-options': sent.ContentTypeOptions.Override ? 'nosniff' : undefined,
      'x-frame-options': sent.FrameOptions.FrameOption,
    }).toEqual(securityHeaders);
    expect(publicHeaders).toEqual(securityHeaders);
    expect(sent.StrictTransportSecurity).toEqual({
      AccessControlMaxAgeSec: 31_536_000,
      IncludeSubdomains: true,
      Override: true,
    });
    const overrides = [sent.ContentSecurityPolicy, sent.FrameOptions, sent.ReferrerPolicy, sent.ContentTypeOptions];
    expect(overrides.map(({ Override }) => Override)).toEqual([true, true, true, true]);
  });
});
