import { Aws, RemovalPolicy } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Construct } from 'constructs';

/** Where alarms ring. It stays with the people who confirmed that it may. */
export class AlarmTopic extends Topic {
  constructor(scope: Construct, id: string, props: { email: string | undefined }) {
    super(scope, id, { displayName: 'DTI pipeline alarms', enforceSSL: true });
    // A policy of our own replaces the default one, by which the account's alarms could publish.
    this.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
        actions: ['sns:Publish'],
        resources: [this.topicArn],
        conditions: { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID } },
      }),
    );
    this.applyRemovalPolicy(RemovalPolicy.RETAIN);
    if (props.email) this.addSubscription(new EmailSubscription(props.email));
  }
}
