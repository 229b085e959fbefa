import { readFileSync } from 'node:fs';
import vm from 'node:vm';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../../../infra/bundling.ts';
import { readSettings } from '../../../infra/settings.ts';
import { addPipeline } from '../../../infra/stacks/pipeline.ts';
import { membersOf } from '../../../shared/units/registry.ts';
import { flatten } from '../../support/aws/statements.ts';
import { createApp, ofType, synthesise } from '../../support/aws/synthesise.ts';

const { stateful, stateless } = synthesise();
const only = (type: string) => {
  const [one, ...others] = ofType(stateful, type);
  expect(others).toEqual([]);
  return one!.Properties;
};
const ours = ['dti_role', 'dti_unit', 'dti_owner', 'dti_department', 'dti_bodies', 'dti_grants'];

describe('the user pool', () => {
  const pool = only('AWS::Cognito::UserPool');

  it('is for people an administrator has made, each with a second factor, and is not dropped by mistake', () => {
    expect(pool).toMatchObject({
      AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
      MfaConfiguration: 'ON',
      EnabledMfas: ['SOFTWARE_TOKEN_MFA'],
      UsernameAttributes: ['email'],
      UsernameConfiguration: { CaseSensitive: false },
      UserPoolTier: 'ESSENTIALS',
      DeletionProtection: 'ACTIVE',
      AccountRecoverySetting: { RecoveryMechanisms: [{ Name: 'verified_email', Priority: 1 }] },
    });
    expect(pool.Policies.PasswordPolicy).toMatchObject({
      ...{
        MinimumLength: 12,
        RequireSymbols: true,
        RequireNumbers: true,
        RequireLowercase: true,
        RequireUppercase: true,
      },
    });
  });

  it('writes in Vietnamese; by an address of its own, until the sender’s domain is proved', () => {
    expect(pool.EmailConfiguration).toBeUndefined();
    const { EmailMessage } = pool.AdminCreateUserConfig.InviteMessageTemplate;
    for (const part of ['{username}', '{####}', 'Kính gửi']) expect(EmailMessage).toContain(part);
  });

  it('keeps what each may do as attributes that the function of the topology stamps into access tokens', () => {
    const names = pool.Schema.map(({ Name }: { Name: string }) => Name).filter((name: string) =>
      name.startsWith('dti_'),
    );
    expect(names.sort()).toEqual([...ours].sort());
    const { LambdaVersion, LambdaArn } = pool.LambdaConfig.PreTokenGenerationConfig;
    // The only one that is asked about systems too.
    expect(LambdaVersion).toBe('V3_0');
    expect(flatten(LambdaArn)).toMatch(/SignInstampclaims/);
  });
});

describe('systems of units', () => {
  const given = synthesise({ unitSystems: ['P04-2025', 'P01-2025'] });
  const clients = ofType(given.stateful, 'AWS::Cognito::UserPoolClient').map(({ Properties }) => Properties);
  const systems = clients.filter(({ ClientName }) => ClientName !== undefined);

  it('are nobody, until units are named that there are', () => {
    expect(ofType(stateful, 'AWS::Cognito::UserPoolClient')).toHaveLength(1);
    const read = (unitSystems: string) => readSettings((key) => (key === 'unitSystems' ? unitSystems : undefined));
    expect(() => read('P04-2025,P99')).toThrow('context unitSystems names no unit of the registry: P99');
    const most = membersOf('province63', '2024').map(({ unit_id }) => unit_id);
    expect(() => read(most.join())).toThrow('at most 49 units');
  });

  it('each have a secret and a scope of their own beside the portal’s, and no way for a person', () => {
    expect(systems.map(({ ClientName }) => ClientName).sort()).toEqual(['system-P01-2025', 'system-P04-2025']);
    for (const system of systems) {
      expect(system).toMatchObject({ GenerateSecret: true, AllowedOAuthFlows: ['client_credentials'] });
      const unit = system.ClientName.replace('system-', '');
      const [api, own, ...others] = system.AllowedOAuthScopes.map(flatten);
      expect([api, own]).toEqual([expect.stringMatching(/\/portal$/), expect.stringMatching(`/officer.${unit}$`)]);
      expect(others).toEqual([]);
    }
    const page = clients.find(({ ClientName }) => ClientName === undefined);
    expect(page.AllowedOAuthScopes.map(flatten).join()).not.toContain('officer');
  });

  it('are among whose tokens the API takes', () => {
    const [authorizer] = ofType(given.stateless, 'AWS::ApiGatewayV2::Authorizer');
    expect(authorizer!.Properties.JwtConfiguration.Audience).toHaveLength(3);
  });
});

describe('the client of the page', () => {
  const client = only('AWS::Cognito::UserPoolClient');

  it('takes codes alone, has no secret, and comes back to the portal alone', () => {
    expect(client).toMatchObject({
      GenerateSecret: false,
      AllowedOAuthFlows: ['code'],
      CallbackURLs: ['https://portal.invalid/portal/index.html'],
      LogoutURLs: ['https://portal.invalid/portal/index.html'],
      PreventUserExistenceErrors: 'ENABLED',
      EnableTokenRevocation: true,
      ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH'],
      SupportedIdentityProviders: ['COGNITO'],
    });
  });

  it('asks for the portal’s scope and never for the right to change oneself', () => {
    expect(client.AllowedOAuthScopes.map(flatten).sort()).toEqual([expect.stringMatching(/\/portal$/), 'openid']);
    expect(only('AWS::Cognito::UserPoolResourceServer')).toMatchObject({
      Identifier: 'dti',
      Scopes: [{ ScopeName: 'portal' }],
    });
    expect(client.WriteAttributes).toEqual(['email', 'name']);
  });

  it('has access for a quarter of an hour and a refresh that is spent once in a working day', () => {
    expect(client).toMatchObject({
      AccessTokenValidity: 15,
      IdTokenValidity: 15,
      RefreshTokenValidity: 600,
      TokenValidityUnits: { AccessToken: 'minutes', IdToken: 'minutes', RefreshToken: 'minutes' },
      RefreshTokenRotation: { Feature: 'ENABLED', RetryGracePeriodSeconds: 10 },
    });
  });
});

describe('its pages', () => {
  it('are the newer ones, with a style, without which they say that they are not available', () => {
    expect(only('AWS::Cognito::UserPoolDomain')).toMatchObject({ Domain: 'dti-portal', ManagedLoginVersion: 2 });
    expect(only('AWS::Cognito::ManagedLoginBranding')).toMatchObject({ UseCognitoProvidedValues: true });
  });
});

const synthesiseWith = (context: Record<string, string>) => {
  const app = createApp();
  const stacks = addPipeline(
    app,
    readSettings((key) => context[key] ?? app.node.tryGetContext(key)),
  );
  return { stateful: Template.fromStack(stacks.stateful), edge: Template.fromStack(stacks.edge) };
};

describe('invitations', () => {
  it('come from the ministry once its domain is proved: the pool itself writes fifty mails a day', () => {
    const { stateful: template } = synthesiseWith({ invitesBySender: 'true' });
    template.hasResourceProperties('AWS::Cognito::UserPool', {
      EmailConfiguration: { EmailSendingAccount: 'DEVELOPER', From: 'dti@portal.invalid' },
    });
  });
});

describe('another provider', () => {
  it('is asked by the pool, where people are known elsewhere; its secret stands in no template', () => {
    const { stateful: template } = synthesiseWith({
      ...{ externalName: 'VNeID', externalIssuer: 'https://vneid.example.vn', externalClientId: 'dti' },
      externalSecretName: 'dti/vneid',
    });
    template.hasResourceProperties('AWS::Cognito::UserPoolClient', {
      SupportedIdentityProviders: ['COGNITO', { Ref: Match.stringLikeRegexp('External') }],
    });
    const [provider] = Object.values(template.findResources('AWS::Cognito::UserPoolIdentityProvider'));
    const { oidc_issuer, client_secret } = provider!.Properties.ProviderDetails;
    expect(oidc_issuer).toBe('https://vneid.example.vn');
    expect(flatten(client_secret)).toMatch(/^\{\{resolve:secretsmanager:.*dti\/vneid/);
  });

  it('stands in for the pool, where the state runs one: the API and the page believe it instead', () => {
    const { edge: template } = synthesiseWith({ issuer: 'https://sign-in.example.vn', audience: 'dti' });
    template.hasResourceProperties('AWS::ApiGatewayV2::Authorizer', {
      JwtConfiguration: { Issuer: 'https://sign-in.example.vn', Audience: ['dti'] },
    });
  });
});

describe('the portal’s own distribution', () => {
  const [site] = ofType(stateless, 'AWS::CloudFront::Distribution').filter(({ id }) => id.startsWith('PortalSite'));
  const { CacheBehaviors, DefaultCacheBehavior, Origins } = site!.Properties.DistributionConfig;
  const cachingDisabled = '4135ea2d-6df8-44a3-9df3-4b5a84be39ad';

  it('has the API behind it and no bucket: what is published never runs beside a token', () => {
    expect(Origins).toHaveLength(1);
    expect(Origins[0].S3OriginConfig).toBeUndefined();
  });

  it('caches nothing that a token was needed for, and of the page what the function says', () => {
    expect(CacheBehaviors).toMatchObject([{ PathPattern: '/v1/*', CachePolicyId: cachingDisabled }]);
    expect(DefaultCacheBehavior.AllowedMethods).toEqual(['GET', 'HEAD']);
    const [policy] = ofType(stateless, 'AWS::CloudFront::CachePolicy').filter(({ id }) => id.startsWith('PortalSite'));
    expect(policy!.Properties.CachePolicyConfig).toMatchObject({ MinTTL: 0, DefaultTTL: 0 });
  });

  it('leaves the page its own policy, and gives one to whatever has none', () => {
    const [policy] = ofType(stateless, 'AWS::CloudFront::ResponseHeadersPolicy').filter(({ id }) =>
      id.startsWith('PortalSite'),
    );
    expect(policy!.Properties.ResponseHeadersPolicyConfig.SecurityHeadersConfig).toEqual({
      ContentSecurityPolicy: {
        ContentSecurityPolicy: "default-src 'none'; base-uri 'none'; frame-ancestors 'none'",
        Override: false,
      },
      ContentTypeOptions: { Override: true },
      FrameOptions: { FrameOption: 'DENY', Override: true },
      ReferrerPolicy: { ReferrerPolicy: 'no-referrer', Override: true },
      StrictTransportSecurity: { AccessControlMaxAgeSec: 63_072_000, IncludeSubdomains: true, Override: true },
    });
  });

  it('leads who types its address to the page', () => {
    const code = readFileSync(`${projectRoot}infra/constructs/portal-root.js`, 'utf8');
    const answer = (uri: string) => vm.runInNewContext(`${code}; handler(event)`, { event: { request: { uri } } });
    for (const uri of ['/', '/portal', '/portal/'])
      expect(answer(uri)).toMatchObject({ statusCode: 302, headers: { location: { value: '/portal/index.html' } } });
    expect(answer('/portal/main-abc.js')).toEqual({ uri: '/portal/main-abc.js' });
  });
});
