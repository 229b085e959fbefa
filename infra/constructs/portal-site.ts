import { Duration } from 'aws-cdk-lib';
import {
  AllowedMethods,
  CachePolicy,
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
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { projectRoot } from '../bundling.ts';
import { acknowledge } from './acknowledge.ts';
import { ownName } from './own-name.ts';

export interface PortalSiteProps {
  accessLogs: IBucket;
  apiDomainName: string;
  portalOrigin: string;
  /** Of the origin's host, in us-east-1; undefined: the page stands under an address of CloudFront's. */
  certificateArn: string | undefined;
}

/**
 * The portal's own origin: what is published never runs beside a token. Page and API stand under one address, so that
 * the API needs no CORS. The page's own headers are the function's, which knows whom the page talks to.
 */
export class PortalSite extends Construct {
  readonly domainName: string;
  readonly distributionId: string;

  constructor(scope: Construct, id: string, props: PortalSiteProps) {
    super(scope, id);
    const shared = {
      origin: new HttpOrigin(props.apiDomainName, { protocolPolicy: OriginProtocolPolicy.HTTPS_ONLY }),
      viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      responseHeadersPolicy: this.headers(),
      compress: true,
    };
    const distribution = new Distribution(this, 'Distribution', {
      ...ownName(this, { origin: props.portalOrigin, certificateArn: props.certificateArn }),
      httpVersion: HttpVersion.HTTP2_AND_3,
      logBucket: props.accessLogs,
      logFilePrefix: 'portal/',
      defaultBehavior: {
        ...shared,
        allowedMethods: AllowedMethods.ALLOW_GET_HEAD,
        cachePolicy: this.cache(),
        functionAssociations: [this.root()],
      },
      additionalBehaviors: {
        '/v1/*': {
          ...shared,
          allowedMethods: AllowedMethods.ALLOW_ALL,
          cachePolicy: CachePolicy.CACHING_DISABLED,
          originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
        },
      },
    });
    this.domainName = distribution.distributionDomainName;
    this.distributionId = distribution.distributionId;
    acknowledge(distribution, accepted(props.certificateArn !== undefined));
  }

  /** Files named by their content are kept for ever, the page itself is asked for again: the function says which. */
  private cache(): CachePolicy {
    return new CachePolicy(this, 'PageCache', {
      minTtl: Duration.seconds(0),
      defaultTtl: Duration.seconds(0),
      maxTtl: Duration.days(365),
      enableAcceptEncodingGzip: true,
      enableAcceptEncodingBrotli: true,
    });
  }

  private root() {
    const code = FunctionCode.fromFile({ filePath: `${projectRoot}infra/constructs/portal-root.js` });
    return {
      eventType: FunctionEventType.VIEWER_REQUEST,
      function: new EdgeFunction(this, 'Root', { code, runtime: FunctionRuntime.JS_2_0 }),
    };
  }

  /** What the function does not say itself: of the API's answers, and of what is not there. */
  private headers(): ResponseHeadersPolicy {
    const contentSecurityPolicy = "default-src 'none'; base-uri 'none'; frame-ancestors 'none'";
    return new ResponseHeadersPolicy(this, 'Headers', {
      securityHeadersBehavior: {
        contentSecurityPolicy: { contentSecurityPolicy, override: false },
        contentTypeOptions: { override: true },
        frameOptions: { frameOption: HeadersFrameOption.DENY, override: true },
        referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.NO_REFERRER, override: true },
        strictTransportSecurity: { accessControlMaxAge: Duration.days(730), includeSubdomains: true, override: true },
      },
    });
  }
}

const accepted = (hasCertificate: boolean) => ({
  'AwsSolutions-CFR1': 'Officers may be abroad; who signs in has a second factor.',
  'AwsSolutions-CFR2': 'Everything behind it but the page needs a token, and the API is throttled.',
  ...(hasCertificate
    ? {}
    : {
        'AwsSolutions-CFR4':
          'The minimum TLS version can be set only with a certificate: context portalCertificateArn.',
      }),
});
