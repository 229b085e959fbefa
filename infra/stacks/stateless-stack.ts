import { Stack, type StackProps } from 'aws-cdk-lib';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import type { PortalConfig } from '../../functions/serve-portal/portal-config.ts';
import { Appraisal } from '../constructs/appraisal.ts';
import type { CapabilityProps } from '../constructs/capability.ts';
import { Commitments } from '../constructs/commitments.ts';
import { Drafts } from '../constructs/drafts.ts';
import { EvidenceIntake } from '../constructs/evidence-intake.ts';
import { Frameworks } from '../constructs/frameworks.ts';
import { LakeCatalog } from '../constructs/lake-catalog.ts';
import { Notices } from '../constructs/notices.ts';
import { OpenData } from '../constructs/open-data.ts';
import { People } from '../constructs/people.ts';
import { PeriodRun } from '../constructs/period-run.ts';
import { Portal } from '../constructs/portal.ts';
import { Previews } from '../constructs/previews.ts';
import { Publication } from '../constructs/publication.ts';
import { ScoreboardApi } from '../constructs/scoreboard-api.ts';
import type { SignInAddresses } from '../constructs/sign-in.ts';
import { SubmissionIntake } from '../constructs/submission-intake.ts';
import { ThrottleAlarm } from '../constructs/throttle-alarm.ts';
import type { Settings } from '../settings.ts';
import type { EdgeStack } from './edge-stack.ts';
import type { StatefulStack } from './stateful-stack.ts';

interface StatelessProps extends StackProps {
  settings: Settings;
  stateful: StatefulStack;
  edge: EdgeStack;
}

/** What may be thrown away and built again from the code: functions, queues, schedule, workflow. Its routes stand at the edge. */
export class StatelessStack extends Stack {
  constructor(scope: Construct, id: string, { settings, stateful, edge, ...props }: StatelessProps) {
    super(scope, id, props);
    const resources = {
      RAW_BUCKET: stateful.raw,
      LAKE_BUCKET: stateful.lake,
      PUBLIC_BUCKET: stateful.published,
      SCORE_TABLE: stateful.scores,
      LEDGER_TABLE: stateful.ledger,
      SIGNING_KEY_SECRET: stateful.signingKey,
      RELEASE_KEY: stateful.releaseKey,
      NOTICE_SENDER: stateful.mail,
      ATHENA_WORKGROUP: new LakeCatalog(this, 'Lake', { lake: stateful.lake }),
    };
    const told = {
      ...{ PORTAL_ORIGIN: settings.portalOrigin, PUBLIC_ORIGIN: settings.publicOrigin },
      SITE_EXTENT: 'all',
    };
    const capability: CapabilityProps = {
      ...{ api: edge.api, alarmTopic: stateful.alarmTopic, resources },
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
    new OpenData(this, 'OpenData', { ...capability, published: stateful.published });
    new Commitments(this, 'Commitments', { ...capability, published: stateful.published });
    new Frameworks(this, 'Frameworks', capability);
    new Notices(this, 'Notices', { ...capability, lake: stateful.lake, mail: stateful.mail });
    new ScoreboardApi(this, 'ScoreboardApi', capability);
    new ThrottleAlarm(this, 'Throttles', { topic: stateful.alarmTopic });
    new Portal(this, 'Portal', { ...capability, config: portalConfig(edge.signIn, settings, stateful.raw) });
  }
}

const portalConfig = (signIn: SignInAddresses, { provider }: Settings, raw: IBucket): PortalConfig => ({
  issuer: signIn.issuer,
  authorization_endpoint: signIn.authorizationEndpoint,
  token_endpoint: signIn.tokenEndpoint,
  end_session_endpoint: signIn.endSessionEndpoint,
  revocation_endpoint: signIn.revocationEndpoint,
  client_id: signIn.audience,
  scope: 'openid dti/portal',
  logout: provider ? 'oidc' : 'cognito',
  raw_origin: `https://${raw.bucketRegionalDomainName}`,
});
