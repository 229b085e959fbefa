import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import type { PortalConfig } from '../../functions/serve-portal/portal-config.ts';
import { AlarmTopic } from '../constructs/alarm-topic.ts';
import { Appraisal } from '../constructs/appraisal.ts';
import type { CapabilityProps } from '../constructs/capability.ts';
import { Drafts } from '../constructs/drafts.ts';
import { EvidenceIntake } from '../constructs/evidence-intake.ts';
import { Frameworks } from '../constructs/frameworks.ts';
import { LakeCatalog } from '../constructs/lake-catalog.ts';
import { Notices } from '../constructs/notices.ts';
import { People } from '../constructs/people.ts';
import { PeriodRun } from '../constructs/period-run.ts';
import { PipelineApi } from '../constructs/pipeline-api.ts';
import { Portal } from '../constructs/portal.ts';
import { PortalSite } from '../constructs/portal-site.ts';
import { Previews } from '../constructs/previews.ts';
import { PublicSite } from '../constructs/public-site.ts';
import { Publication } from '../constructs/publication.ts';
import { ScoreboardApi } from '../constructs/scoreboard-api.ts';
import type { SignIn, SignInAddresses } from '../constructs/sign-in.ts';
import { SubmissionIntake } from '../constructs/submission-intake.ts';
import type { Settings } from '../settings.ts';
import type { StatefulStack } from './stateful-stack.ts';

/** What may be thrown away and built again from the code: functions, routes, queue, workflow, distribution. */
export class StatelessStack extends Stack {
  constructor(scope: Construct, id: string, props: StackProps & { settings: Settings; stateful: StatefulStack }) {
    super(scope, id, props);
    const { settings, stateful } = props;
    const alarmTopic = new AlarmTopic(this, 'Alarms', { email: settings.alarmEmail });
    const signIn = signInOf(settings, stateful.signIn);
    const api = new PipelineApi(this, 'Api', { ...signIn, alarmTopic });
    const resources = {
      RAW_BUCKET: stateful.raw,
      LAKE_BUCKET: stateful.lake,
      PUBLIC_BUCKET: stateful.published,
      SCORE_TABLE: stateful.scores,
      LEDGER_TABLE: stateful.ledger,
      SIGNING_KEY_SECRET: stateful.signingKey,
      NOTICE_SENDER: stateful.mail,
      ATHENA_WORKGROUP: new LakeCatalog(this, 'Lake', { lake: stateful.lake }),
    };
    const told = { PORTAL_ORIGIN: settings.portalOrigin };
    const capability: CapabilityProps = {
      ...{ api, alarmTopic, resources },
      codeVersion: settings.codeVersion,
      settings: told,
    };
    new SubmissionIntake(this, 'SubmissionIntake', { ...capability, raw: stateful.raw });
    new Drafts(this, 'Drafts', capability);
    new EvidenceIntake(this, 'EvidenceIntake', { ...capability, raw: stateful.raw });
    new Appraisal(this, 'Appraisal', capability);
    new PeriodRun(this, 'PeriodRun', capability);
    new Previews(this, 'Previews', capability);
    new People(this, 'People', capability);
    new Publication(this, 'Publication', capability);
    new Frameworks(this, 'Frameworks', capability);
    new Notices(this, 'Notices', { ...capability, lake: stateful.lake, mail: stateful.mail });
    new ScoreboardApi(this, 'ScoreboardApi', capability);
    new Portal(this, 'Portal', { ...capability, config: portalConfig(signIn, settings, stateful.raw) });
    const site = new PublicSite(this, 'PublicSite', {
      published: stateful.published,
      accessLogs: stateful.accessLogs,
      apiDomainName: api.domainName,
    });
    const portal = new PortalSite(this, 'PortalSite', {
      accessLogs: stateful.accessLogs,
      apiDomainName: api.domainName,
      portalOrigin: settings.portalOrigin,
      certificateArn: settings.portalCertificateArn,
    });
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
      }
    : addresses;

const portalConfig = (signIn: SignInAddresses, { provider }: Settings, raw: IBucket): PortalConfig => ({
  issuer: signIn.issuer,
  authorization_endpoint: signIn.authorizationEndpoint,
  token_endpoint: signIn.tokenEndpoint,
  end_session_endpoint: signIn.endSessionEndpoint,
  client_id: signIn.audience,
  scope: 'openid dti/portal',
  logout: provider ? 'oidc' : 'cognito',
  raw_origin: `https://${raw.bucketRegionalDomainName}`,
});
