import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { PipelineApi } from '../constructs/pipeline-api.ts';
import { PortalSite } from '../constructs/portal-site.ts';
import { PublicSite } from '../constructs/public-site.ts';
import type { SignIn, SignInAddresses } from '../constructs/sign-in.ts';
import type { Settings } from '../settings.ts';
import type { StatefulStack } from './stateful-stack.ts';

/**
 * Where people and systems knock: routes, their alarms, both sites. A stack of its own, since CloudFormation takes 500
 * resources a stack; it stands on the functions it leads to, and they know nothing of it.
 */
export class EdgeStack extends Stack {
  readonly api: PipelineApi;
  readonly signIn: SignInAddresses;

  constructor(scope: Construct, id: string, props: StackProps & { settings: Settings; stateful: StatefulStack }) {
    super(scope, id, props);
    const { settings, stateful } = props;
    this.signIn = signInOf(settings, stateful.signIn);
    this.api = new PipelineApi(this, 'Api', { ...this.signIn, alarmTopic: stateful.alarmTopic });
    const { accessLogs, published } = stateful;
    const apiDomainName = this.api.domainName;
    const site = new PublicSite(this, 'PublicSite', {
      ...{ published, accessLogs, apiDomainName },
      publicOrigin: settings.publicOrigin,
      certificateArn: settings.publicCertificateArn,
    });
    const portal = new PortalSite(this, 'PortalSite', {
      ...{ accessLogs, apiDomainName },
      portalOrigin: settings.portalOrigin,
      certificateArn: settings.portalCertificateArn,
    });
    new CfnOutput(this, 'PortalDistribution', { value: portal.distributionId });
    new CfnOutput(this, 'SiteDistribution', { value: site.distributionId });
    new CfnOutput(this, 'PortalAddress', { value: `https://${portal.domainName}` });
    new CfnOutput(this, 'SiteAddress', { value: `https://${site.domainName}` });
  }
}

/** That of the user pool, or of the provider that stands in for it, with the addresses that most providers have. */
const signInOf = ({ provider }: Settings, { addresses }: SignIn): SignInAddresses =>
  provider
    ? {
        ...{ issuer: provider.issuer, audience: provider.audience },
        authorizationEndpoint: `${provider.endpoint}/oauth2/authorize`,
        tokenEndpoint: `${provider.endpoint}/oauth2/token`,
        endSessionEndpoint: `${provider.endpoint}/logout`,
        revocationEndpoint: `${provider.endpoint}/oauth2/revoke`,
      }
    : addresses;
