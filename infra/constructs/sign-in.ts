import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import {
  AccountRecovery,
  CfnManagedLoginBranding,
  ClientAttributes,
  FeaturePlan,
  LambdaVersion,
  ManagedLoginVersion,
  Mfa,
  OAuthScope,
  ResourceServerScope,
  StringAttribute,
  UserPool,
  type UserPoolClient,
  UserPoolClientIdentityProvider,
  type UserPoolDomain,
  UserPoolEmail,
  UserPoolIdentityProviderOidc,
  UserPoolOperation,
} from 'aws-cdk-lib/aws-cognito';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import { claimNames } from '../../shared/identity/caller.ts';
import { unitScopeName, unitSystems } from '../../shared/identity/unit-system.ts';
import type { ExternalProvider } from '../settings.ts';
import { acknowledge } from './acknowledge.ts';
import { PipelineFunction } from './pipeline-function.ts';

export interface SignInProps {
  portalOrigin: string;
  /** Before `.auth.<region>.amazoncognito.com`. */
  domainPrefix: string;
  region: string;
  /** Whom invitations come from; its domain is an identity of this account. */
  sender: string;
  /** False: from an address of the pool's own, fifty a day, until the domain is proved. */
  invitesBySender: boolean;
  /** Units whose own systems sign in by themselves. */
  unitSystems: readonly string[];
  /** Such as VNeID. */
  externalProvider: ExternalProvider | undefined;
  codeVersion: string;
}

/** What the page needs to know of a sign-in, and the API to believe its tokens. */
export interface SignInAddresses {
  issuer: string;
  audience: string;
  /** Clients of units' own systems. */
  systems?: readonly string[];
  authorizationEndpoint: string;
  tokenEndpoint: string;
  endSessionEndpoint: string;
  revocationEndpoint: string;
}

/**
 * The people who may sign in, made by an administrator alone, with a second factor. What each may do are attributes that
 * nobody can write by signing in; `stamp-claims` puts them into the access token.
 */
export class SignIn extends Construct {
  readonly addresses: SignInAddresses;
  private readonly pool: UserPool;

  constructor(scope: Construct, id: string, props: SignInProps) {
    super(scope, id);
    this.pool = this.makePool(props);
    // The trigger stands in the pool's own stack: the pool must not depend on what is replaced freely.
    const { lambda } = new PipelineFunction(this, 'stamp-claims', { resources: {}, codeVersion: props.codeVersion });
    this.pool.addTrigger(UserPoolOperation.PRE_TOKEN_GENERATION_CONFIG, lambda, LambdaVersion.V3_0);
    const portal = new ResourceServerScope({ scopeName: 'portal', scopeDescription: 'To work in the portal' });
    const api = this.pool.addResourceServer('Api', { identifier: 'dti', scopes: [portal] });
    api.applyRemovalPolicy(RemovalPolicy.RETAIN);
    const portalScope = OAuthScope.resourceServer(api, portal);
    const client = this.makeClient(props, portalScope);
    const domain = this.makePages(client, props.domainPrefix);
    this.addresses = {
      issuer: this.pool.userPoolProviderUrl,
      audience: client.userPoolClientId,
      systems: this.addSystems(props.unitSystems, portalScope),
      authorizationEndpoint: `${domain.baseUrl()}/oauth2/authorize`,
      tokenEndpoint: `${domain.baseUrl()}/oauth2/token`,
      endSessionEndpoint: `${domain.baseUrl()}/logout`,
      revocationEndpoint: `${domain.baseUrl()}/oauth2/revoke`,
    };
  }

  private makePool(props: SignInProps): UserPool {
    const pool = new UserPool(this, 'Pool', {
      selfSignUpEnabled: false,
      signInAliases: { email: true },
      signInCaseSensitive: false,
      standardAttributes: { email: { required: true, mutable: true }, fullname: { required: false, mutable: true } },
      customAttributes: Object.fromEntries(claimNames.map((claim) => [claim, new StringAttribute({ mutable: true })])),
      mfa: Mfa.REQUIRED,
      mfaSecondFactor: { sms: false, otp: true },
      passwordPolicy: {
        ...{ minLength: 12, requireDigits: true, requireLowercase: true, requireUppercase: true, requireSymbols: true },
        tempPasswordValidity: Duration.days(3),
      },
      accountRecovery: AccountRecovery.EMAIL_ONLY,
      userInvitation: invitation,
      ...(props.invitesBySender ? { email: mailOf(props) } : {}),
      featurePlan: FeaturePlan.ESSENTIALS,
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    acknowledge(pool, {
      'AwsSolutions-COG8':
        'The plan Plus watches for stolen passwords; here each sign-in needs a second factor, and nobody signs up.',
    });
    return pool;
  }

  private makeClient({ portalOrigin, externalProvider }: SignInProps, portalScope: OAuthScope): UserPoolClient {
    const external = externalProvider && this.addProvider(externalProvider);
    const client = this.pool.addClient('Portal', {
      generateSecret: false,
      authFlows: { userSrp: true },
      oAuth: {
        flows: { authorizationCodeGrant: true, implicitCodeGrant: false, clientCredentials: false },
        // Not `aws.cognito.signin.user.admin`, by which a person could write attributes.
        scopes: [OAuthScope.OPENID, portalScope],
        callbackUrls: [`${portalOrigin}/portal/index.html`],
        logoutUrls: [`${portalOrigin}/portal/index.html`],
      },
      supportedIdentityProviders: [
        UserPoolClientIdentityProvider.COGNITO,
        ...(external ? [UserPoolClientIdentityProvider.custom(external.providerName)] : []),
      ],
      writeAttributes: new ClientAttributes().withStandardAttributes({ email: true, fullname: true }),
      accessTokenValidity: Duration.minutes(15),
      idTokenValidity: Duration.minutes(15),
      refreshTokenValidity: Duration.hours(10),
      refreshTokenRotationGracePeriod: Duration.seconds(10),
      enableTokenRevocation: true,
      preventUserExistenceErrors: true,
    });
    if (external) client.node.addDependency(external);
    client.applyRemovalPolicy(RemovalPolicy.RETAIN);
    return client;
  }

  /**
   * A client with a secret for each unit, and a scope that it alone may ask for: by that the function knows the unit. Made
   * and dropped with the list, for nobody's sign-in hangs on it.
   */
  private addSystems(units: readonly string[], portalScope: OAuthScope): string[] {
    if (units.length === 0) return [];
    const scopes = new Map(
      units.map((unit) => [
        unit,
        new ResourceServerScope({ scopeName: unitScopeName(unit), scopeDescription: `To report as ${unit}` }),
      ]),
    );
    const server = this.pool.addResourceServer('Units', { identifier: unitSystems, scopes: [...scopes.values()] });
    return [...scopes].map(([unit, scope]) => {
      const client = this.pool.addClient(`System${unit}`, {
        userPoolClientName: `system-${unit}`,
        generateSecret: true,
        oAuth: {
          flows: { clientCredentials: true, authorizationCodeGrant: false, implicitCodeGrant: false },
          scopes: [portalScope, OAuthScope.resourceServer(server, scope)],
        },
        accessTokenValidity: Duration.minutes(15),
        enableTokenRevocation: true,
      });
      return client.userPoolClientId;
    });
  }

  /** A person of it is made at first sign-in, without a role: all that opens to them is a page that says so. */
  private addProvider({ name, issuer, clientId, secretName }: ExternalProvider): UserPoolIdentityProviderOidc {
    const secret = Secret.fromSecretNameV2(this, 'ExternalSecret', secretName);
    const provider = new UserPoolIdentityProviderOidc(this, 'External', {
      ...{ userPool: this.pool, name, issuerUrl: issuer, clientId, scopes: ['openid', 'email', 'profile'] },
      // Resolved by CloudFormation: it stands in no template.
      clientSecret: secret.secretValue.unsafeUnwrap(),
      attributeMapping: { email: { attributeName: 'email' }, fullname: { attributeName: 'name' } },
    });
    provider.applyRemovalPolicy(RemovalPolicy.RETAIN);
    return provider;
  }

  /** Without a style of its own the newer login says that its pages are not available. */
  private makePages(client: UserPoolClient, domainPrefix: string): UserPoolDomain {
    const domain = this.pool.addDomain('Domain', {
      cognitoDomain: { domainPrefix },
      managedLoginVersion: ManagedLoginVersion.NEWER_MANAGED_LOGIN,
    });
    domain.applyRemovalPolicy(RemovalPolicy.RETAIN);
    const branding = new CfnManagedLoginBranding(this, 'Branding', {
      userPoolId: this.pool.userPoolId,
      clientId: client.userPoolClientId,
      useCognitoProvidedValues: true,
    });
    branding.node.addDependency(domain);
    branding.applyRemovalPolicy(RemovalPolicy.RETAIN);
    return domain;
  }
}

const mailOf = ({ sender, region }: SignInProps): UserPoolEmail =>
  UserPoolEmail.withSES({
    fromEmail: sender,
    sesRegion: region,
    sesVerifiedDomain: sender.slice(sender.indexOf('@') + 1),
  });

const invitation = {
  emailSubject: 'Tài khoản trên cổng đánh giá chuyển đổi số',
  emailBody:
    'Kính gửi {username},<br><br>Tài khoản của ông/bà đã được tạo. Mật khẩu tạm thời, dùng trong 3 ngày: {####}<br>' +
    'Ở lần đăng nhập đầu tiên, đề nghị đổi mật khẩu và gắn ứng dụng sinh mã xác thực.<br><br>' +
    'Your account was made; the temporary password above is valid for three days.',
};
