import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import type { PortalConfig } from '../../functions/serve-portal/portal-config.ts';
import { AlarmTopic } from '../constructs/alarm-topic.ts';
import { Appraisal } from '../constructs/appraisal.ts';
import type { CapabilityProps } from '../constructs/capability.ts';
import { Drafts } from '../constructs/drafts.ts';
import { EvidenceIntake } from '../constructs/evidence-intake.ts';
import { LakeCatalog } from '../constructs/lake-catalog.ts';
import { People } from '../constructs/people.ts';
import { PeriodRun } from '../constructs/period-run.ts';
import { PipelineApi } from '../constructs/pipeline-api.ts';
import { Portal } from '../constructs/portal.ts';
import { Previews } from '../constructs/previews.ts';
import { PublicSite } from '../constructs/public-site.ts';
import { Publication } from '../constructs/publication.ts';
import { ScoreboardApi } from '../constructs/scoreboard-api.ts';
import { SubmissionIntake } from '../constructs/submission-intake.ts';
import type { Settings } from '../settings.ts';
import type { StatefulStack } from './stateful-stack.ts';

/** What may be thrown away and built again from the code: functions, routes, queue, workflow, distribution. */
export class StatelessStack extends Stack {
  constructor(scope: Construct, id: string, props: StackProps & { settings: Settings; stateful: StatefulStack }) {
    super(scope, id, props);
    const { settings, stateful } = props;
    const alarmTopic = new AlarmTopic(this, 'Alarms', { email: settings.alarmEmail });
    const api = new PipelineApi(this, 'Api', { ...settings, alarmTopic });
    const resources = {
      RAW_BUCKET: stateful.raw,
      LAKE_BUCKET: stateful.lake,
      PUBLIC_BUCKET: stateful.published,
      SCORE_TABLE: stateful.scores,
      LEDGER_TABLE: stateful.ledger,
      SIGNING_KEY_SECRET: stateful.signingKey,
      ATHENA_WORKGROUP: new LakeCatalog(this, 'Lake', { lake: stateful.lake }),
    };
    const capability: CapabilityProps = { api, alarmTopic, resources, codeVersion: settings.codeVersion };
    new SubmissionIntake(this, 'SubmissionIntake', { ...capability, raw: stateful.raw });
    new Drafts(this, 'Drafts', capability);
    new EvidenceIntake(this, 'EvidenceIntake', { ...capability, raw: stateful.raw });
    new Appraisal(this, 'Appraisal', capability);
    new PeriodRun(this, 'PeriodRun', capability);
    new Previews(this, 'Previews', capability);
    new People(this, 'People', capability);
    new Publication(this, 'Publication', capability);
    new ScoreboardApi(this, 'ScoreboardApi', capability);
    new Portal(this, 'Portal', { ...capability, config: portalConfig(settings, stateful.raw) });
    const site = new PublicSite(this, 'PublicSite', {
      published: stateful.published,
      accessLogs: stateful.accessLogs,
      apiDomainName: api.domainName,
    });
    new CfnOutput(this, 'SiteAddress', { value: `https://${site.domainName}` });
  }
}

/** An issuer whose addresses are those of most providers; another one has them in context. */
const portalConfig = ({ issuer, audience }: Settings, raw: IBucket): PortalConfig => ({
  issuer,
  authorization_endpoint: `${issuer}/oauth2/authorize`,
  token_endpoint: `${issuer}/oauth2/token`,
  end_session_endpoint: `${issuer}/logout`,
  client_id: audience,
  scope: 'openid dti/portal',
  logout: 'cognito',
  raw_origin: `https://${raw.bucketRegionalDomainName}`,
});
