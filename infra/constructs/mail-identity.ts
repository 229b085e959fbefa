import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import { ConfigurationSet, ConfigurationSetTlsPolicy, EmailIdentity, Identity } from 'aws-cdk-lib/aws-ses';
import { Construct } from 'constructs';

/**
 * Who mail to units comes from. It outlives deployments, since the DKIM records that the ministry puts into its DNS are
 * those of this identity. Addresses that bounced are not tried again.
 */
export class MailIdentity extends Construct {
  /** `dti@portal.example.vn` */
  readonly sender: string;
  readonly configurationSet: ConfigurationSet;
  /** What sending needs a right to. */
  readonly arns: string[];

  constructor(scope: Construct, id: string, { sender }: { sender: string }) {
    super(scope, id);
    this.sender = sender;
    this.configurationSet = new ConfigurationSet(this, 'ConfigurationSet', {
      tlsPolicy: ConfigurationSetTlsPolicy.REQUIRE,
      reputationMetrics: true,
    });
    const identity = new EmailIdentity(this, 'Identity', {
      identity: Identity.domain(sender.slice(sender.indexOf('@') + 1)),
      configurationSet: this.configurationSet,
    });
    identity.applyRemovalPolicy(RemovalPolicy.RETAIN);
    this.configurationSet.applyRemovalPolicy(RemovalPolicy.RETAIN);
    const { configurationSetName: resourceName } = this.configurationSet;
    const setArn = Stack.of(this).formatArn({ service: 'ses', resource: 'configuration-set', resourceName });
    this.arns = [identity.emailIdentityArn, setArn];
  }
}
