import { Stack, type StackProps } from 'aws-cdk-lib';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { AlarmTopic } from '../constructs/alarm-topic.ts';
import { AccessLogsBucket, LakeBucket, PublicBucket, RawBucket } from '../constructs/buckets.ts';
import { LedgerTable } from '../constructs/ledger-table.ts';
import { MailIdentity } from '../constructs/mail-identity.ts';
import { ReleaseKey } from '../constructs/release-key.ts';
import { ScoreTable } from '../constructs/score-table.ts';
import { SignIn } from '../constructs/sign-in.ts';
import { SigningKey } from '../constructs/signing-key.ts';
import type { Settings } from '../settings.ts';

/** What outlives every deployment: its logical ids never change, and nothing here is deleted with the stack. */
export class StatefulStack extends Stack {
  readonly accessLogs: IBucket;
  readonly raw: IBucket;
  readonly lake: IBucket;
  readonly published: IBucket;
  readonly scores: ScoreTable;
  readonly ledger: LedgerTable;
  readonly signingKey: SigningKey;
  readonly releaseKey: ReleaseKey;
  readonly mail: MailIdentity;
  readonly signIn: SignIn;
  readonly alarmTopic: AlarmTopic;

  constructor(scope: Construct, id: string, props: StackProps & { settings: Settings }) {
    super(scope, id, { ...props, terminationProtection: true });
    // The library's Bucket does not meet its own IBucket under exactOptionalPropertyTypes: hence `as`.
    const accessLogs = new AccessLogsBucket(this, 'AccessLogs') as IBucket;
    this.accessLogs = accessLogs;
    this.raw = new RawBucket(this, 'Raw', { accessLogs, portalOrigin: props.settings.portalOrigin }) as IBucket;
    this.lake = new LakeBucket(this, 'Lake', { accessLogs }) as IBucket;
    this.published = new PublicBucket(this, 'Public', { accessLogs }) as IBucket;
    this.scores = new ScoreTable(this, 'Scores');
    this.ledger = new LedgerTable(this, 'Ledger');
    this.signingKey = new SigningKey(this, 'SigningKey');
    this.releaseKey = new ReleaseKey(this, 'ReleaseKey');
    const { noticeSender: sender, signInPrefix: domainPrefix, ...settings } = props.settings;
    // Whoever confirmed to be rung stays confirmed.
    this.alarmTopic = new AlarmTopic(this, 'Alarms', { email: props.settings.alarmEmail });
    this.mail = new MailIdentity(this, 'Mail', { sender });
    this.signIn = new SignIn(this, 'SignIn', { ...settings, sender, domainPrefix });
  }
}
