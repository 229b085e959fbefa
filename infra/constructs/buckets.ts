import { Aws, Duration, RemovalPolicy } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  type BucketProps,
  type CfnBucket,
  HttpMethods,
  type IBucket,
  ObjectLockRetention,
  ObjectOwnership,
} from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';

/** Where Athena leaves its answers in the lake. */
export const queryResultPrefix = 'athena-results/';

/** How every bucket is kept: closed, encrypted, TLS only, and still there when its stack is gone. */
const closed = {
  blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
  encryption: BucketEncryption.S3_MANAGED,
  enforceSSL: true,
  minimumTLSVersion: 1.2,
  removalPolicy: RemovalPolicy.RETAIN,
} satisfies BucketProps;

/**
 * What may never change: every version is locked for ten years. Governance rather than compliance mode, so that a
 * court's order can be carried out, by someone with a right that nothing in the pipeline has.
 */
const locked = {
  ...closed,
  versioned: true,
  objectLockDefaultRetention: ObjectLockRetention.governance(Duration.days(3652)),
} satisfies BucketProps;

interface LoggedBucketProps {
  accessLogs: IBucket;
}

/** Access logs of the other buckets and of the distribution, which writes by ACL and needs it allowed. */
export class AccessLogsBucket extends Bucket {
  constructor(scope: Construct, id: string) {
    super(scope, id, {
      ...closed,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_PREFERRED,
      // They hold addresses of readers: a year is enough to look into an incident.
      lifecycleRules: [{ expiration: Duration.days(365) }],
    });
    acknowledge(this, { 'AwsSolutions-S1': 'The end of the chain: a log of the log bucket would log itself.' });
  }
}

/** Forms as received. The browser posts them from the portal; every arrival is an event. */
export class RawBucket extends Bucket {
  constructor(
    scope: Construct,
    id: string,
    { accessLogs, portalOrigin }: LoggedBucketProps & { portalOrigin: string },
  ) {
    super(scope, id, {
      ...locked,
      serverAccessLogsBucket: accessLogs,
      serverAccessLogsPrefix: 'raw/',
      cors: [{ allowedOrigins: [portalOrigin], allowedMethods: [HttpMethods.POST], allowedHeaders: ['*'] }],
    });
    announceObjects(this);
  }
}

/** The construct's own option deploys a Lambda that sets this one property. */
const announceObjects = (bucket: Bucket): void =>
  (bucket.node.defaultChild as CfnBucket).addPropertyOverride(
    'NotificationConfiguration.EventBridgeConfiguration.EventBridgeEnabled',
    true,
  );

/**
 * Typed observations, frozen inputs, previews, and notices that wait to be sent, of which every arrival is an event. Only
 * query results expire: the code reads each of them once.
 */
export class LakeBucket extends Bucket {
  constructor(scope: Construct, id: string, { accessLogs }: LoggedBucketProps) {
    super(scope, id, {
      ...closed,
      serverAccessLogsBucket: accessLogs,
      serverAccessLogsPrefix: 'lake/',
      lifecycleRules: [{ prefix: queryResultPrefix, expiration: Duration.days(30) }],
    });
    announceObjects(this);
  }
}

/** Releases, of which every one is an event. Read by the distributions of this account and nobody else. */
export class PublicBucket extends Bucket {
  constructor(scope: Construct, id: string, { accessLogs }: LoggedBucketProps) {
    super(scope, id, { ...locked, serverAccessLogsBucket: accessLogs, serverAccessLogsPrefix: 'public/' });
    this.allowDistributions(['s3:GetObject'], this.arnForObjects('*'));
    announceObjects(this);
    // Without it S3 answers 403 for a page that does not exist.
    this.allowDistributions(['s3:ListBucket'], this.bucketArn);
  }

  /**
   * Any distribution of the account: naming ours would tie this stack to the one that is replaced freely. By the one key
   * that CloudFront is documented to send; the account stands in it.
   */
  private allowDistributions(actions: string[], resource: string): void {
    this.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal('cloudfront.amazonaws.com')],
        actions,
        resources: [resource],
        conditions: {
          ArnLike: { 'aws:SourceArn': `arn:${Aws.PARTITION}:cloudfront::${Aws.ACCOUNT_ID}:distribution/*` },
        },
      }),
    );
  }
}
