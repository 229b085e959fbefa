import { Duration } from 'aws-cdk-lib';
import {
  AllowedMethods,
  type BehaviorOptions,
  CacheHeaderBehavior,
  CachePolicy,
  CacheQueryStringBehavior,
  Distribution,
  Function as EdgeFunction,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  HeadersFrameOption,
  HeadersReferrerPolicy,
  HttpVersion,
  OriginProtocolPolicy,
  OriginRequestPolicy,
  ResponseHeadersPolicy,
  S3OriginAccessControl,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { projectRoot } from '../bundling.ts';
import { acknowledge } from './acknowledge.ts';

export interface PublicSiteProps {
  published: IBucket;
  accessLogs: IBucket;
  apiDomainName: string;
}

/**
 * One address for everything: pages and files from the public bucket, `/v1/*` from the API. The signed-in calls go
 * through it too, uncached: the portal then needs no CORS, and the API's own host stays an implementation detail.
 */
export class PublicSite extends Construct {
  readonly domainName: string;

  constructor(scope: Construct, id: string, props: PublicSiteProps) {
    super(scope, id);
    const api = new HttpOrigin(props.apiDomainName, { protocolPolicy: OriginProtocolPolicy.HTTPS_ONLY });
    const shared = {
      viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      responseHeadersPolicy: this.headers(),
      compress: true,
    };
    const cached = { ...shared, allowedMethods: AllowedMethods.ALLOW_GET_HEAD, cachePolicy: this.cache() };
    const publicReading: BehaviorOptions = { ...cached, origin: api };
    const distribution = new Distribution(this, 'Distribution', {
      defaultRootObject: 'index.html',
      httpVersion: HttpVersion.HTTP2_AND_3,
      logBucket: props.accessLogs,
      logFilePrefix: 'site/',
      defaultBehavior: { ...cached, origin: this.files(props.published), functionAssociations: [this.folderIndex()] },
      additionalBehaviors: {
        '/v1/scoreboard/*': publicReading,
        '/v1/openapi.json': publicReading,
        '/v1/*': {
          ...shared,
          origin: api,
          allowedMethods: AllowedMethods.ALLOW_ALL,
          cachePolicy: CachePolicy.CACHING_DISABLED,
          originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
        },
      },
    });
    this.domainName = distribution.distributionDomainName;
    acknowledge(distribution, accepted);
  }

  /** The bucket's policy lets the account's distributions in; the origin only has to sign. */
  private files(bucket: IBucket) {
    const { originAccessControlId } = new S3OriginAccessControl(this, 'AccessControl');
    return S3BucketOrigin.withBucketDefaults(bucket, { originAccessControlId });
  }

  private folderIndex() {
    const code = FunctionCode.fromFile({ filePath: `${projectRoot}infra/constructs/folder-index.js` });
    return {
      eventType: FunctionEventType.VIEWER_REQUEST,
      function: new EdgeFunction(this, 'FolderIndex', { code, runtime: FunctionRuntime.JS_2_0 }),
    };
  }

  /** What the origin says about caching holds; what it says nothing about is fresh within a minute of a release. */
  private cache(): CachePolicy {
    return new CachePolicy(this, 'Cache', {
      minTtl: Duration.seconds(0),
      defaultTtl: Duration.minutes(1),
      maxTtl: Duration.days(365),
      // The scoreboard answers in the form that is asked for.
      headerBehavior: CacheHeaderBehavior.allowList('Accept'),
      queryStringBehavior: CacheQueryStringBehavior.all(),
      enableAcceptEncodingGzip: true,
      enableAcceptEncodingBrotli: true,
    });
  }

  private headers(): ResponseHeadersPolicy {
    const override = true;
    return new ResponseHeadersPolicy(this, 'Headers', {
      securityHeadersBehavior: {
        contentSecurityPolicy: { contentSecurityPolicy, override },
        contentTypeOptions: { override },
        frameOptions: { frameOption: HeadersFrameOption.DENY, override },
        referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.STRICT_ORIGIN_WHEN_CROSS_ORIGIN, override },
        strictTransportSecurity: { accessControlMaxAge: Duration.days(365), includeSubdomains: true, override },
      },
    });
  }
}

/** Pages carry their own style and the one small script that sorts; they load nothing from elsewhere. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "style-src 'self' 'unsafe-inline'",
  "script-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

const accepted = {
  'AwsSolutions-CFR1': 'The scoreboard is public in every country.',
  'AwsSolutions-CFR2': 'Pages are files and the API is throttled; a firewall would cost more than what it protects.',
  'AwsSolutions-CFR4': 'The minimum TLS version can be set only with a certificate, which comes with the own domain.',
};
