import { readFileSync } from 'node:fs';
import { Duration } from 'aws-cdk-lib';
import {
  AllowedMethods,
  type BehaviorOptions,
  CacheHeaderBehavior,
  CachePolicy,
  type CachePolicyProps,
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
  type ResponseHeadersPolicyProps,
  S3OriginAccessControl,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin, OriginGroup, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { publicRoutes } from '../../shared/public-api/public-routes.ts';
import { publicQueryKeys } from '../../shared/public-api/queries.ts';
import { missingPagesFolder } from '../../shared/site/missing-pages.ts';
import { projectRoot } from '../bundling.ts';
import { contentSecurityPolicy, embedPaths, embedSecurityPolicy } from '../public-headers.ts';
import { functions } from '../topology.ts';
import { acknowledge } from './acknowledge.ts';
import { ownName } from './own-name.ts';

export interface PublicSiteProps {
  published: IBucket;
  accessLogs: IBucket;
  apiDomainName: string;
  publicOrigin: string;
  /** Of the origin's host, in us-east-1; undefined: the site stands under an address of CloudFront's. */
  certificateArn: string | undefined;
}

/**
 * One address for everything: pages and files from the public bucket, `/v1/*` from the API. The signed-in calls go
 * through it too, uncached: the portal then needs no CORS, and the API's own host stays an implementation detail.
 */
export class PublicSite extends Construct {
  readonly domainName: string;
  readonly distributionId: string;

  constructor(scope: Construct, id: string, props: PublicSiteProps) {
    super(scope, id);
    const api = overHttps(props.apiDomainName);
    const shared = {
      viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      responseHeadersPolicy: this.headers('Headers', readableAnywhere),
      compress: true,
    };
    const reading = { ...shared, allowedMethods: AllowedMethods.ALLOW_GET_HEAD };
    const published: BehaviorOptions = {
      ...shared,
      allowedMethods: AllowedMethods.ALLOW_GET_HEAD_OPTIONS,
      origin: api,
      cachePolicy: this.cache('ScoreboardCache', negotiated),
      functionAssociations: [this.knownQuery()],
    };
    // Read by all, and written to by signed-in calls at the same address: those pass through as they came.
    const alsoWritten: BehaviorOptions = {
      ...published,
      allowedMethods: AllowedMethods.ALLOW_ALL,
      originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
    };
    const signedIn: BehaviorOptions = {
      ...shared,
      responseHeadersPolicy: this.headers('SignedInHeaders'),
      origin: api,
      allowedMethods: AllowedMethods.ALLOW_ALL,
      cachePolicy: CachePolicy.CACHING_DISABLED,
      originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
    };
    const files: BehaviorOptions = {
      ...reading,
      origin: this.filesOrUnknown(props),
      cachePolicy: this.cache('FileCache', {}),
      functionAssociations: [this.folderIndex()],
    };
    const distribution = new Distribution(this, 'Distribution', {
      ...ownName(this, { origin: props.publicOrigin, certificateArn: props.certificateArn }),
      defaultRootObject: 'index.html',
      httpVersion: HttpVersion.HTTP2_AND_3,
      logBucket: props.accessLogs,
      logFilePrefix: 'site/',
      errorResponses: unkept,
      defaultBehavior: files,
      additionalBehaviors: {
        ...Object.fromEntries(signedInPaths().map((path) => [path, signedIn])),
        ...Object.fromEntries(publicPatterns().map((path) => [path, published])),
        ...Object.fromEntries(writtenPaths().map((path) => [path, alsoWritten])),
        [embedPaths]: { ...files, responseHeadersPolicy: this.embedHeaders() },
        '/v1/*': signedIn,
      },
    });
    this.domainName = distribution.distributionDomainName;
    this.distributionId = distribution.distributionId;
    acknowledge(distribution, accepted(props.certificateArn !== undefined));
  }

  /**
   * A file, or the page that says there is none. An error page of the distribution would hold for the API too, and take its
   * problem documents' place. The bucket says 403 of a key that it does not have: listing is nobody's.
   */
  private filesOrUnknown({ published, apiDomainName }: PublicSiteProps) {
    return new OriginGroup({
      primaryOrigin: this.files(published),
      fallbackOrigin: overHttps(apiDomainName, missingPagesFolder),
      fallbackStatusCodes: [403, 404],
    });
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

  private knownQuery() {
    const file = readFileSync(`${projectRoot}infra/constructs/known-query.js`, 'utf8');
    const code = FunctionCode.fromInline(`const knownKeys = ${JSON.stringify(publicQueryKeys)};\n${file}`);
    return {
      eventType: FunctionEventType.VIEWER_REQUEST,
      function: new EdgeFunction(this, 'KnownQuery', { code, runtime: FunctionRuntime.JS_2_0 }),
    };
  }

  /** What the origin says about caching holds; what it says nothing about is fresh within a minute of a release. */
  private cache(id: string, key: CachePolicyProps): CachePolicy {
    return new CachePolicy(this, id, {
      minTtl: Duration.seconds(0),
      defaultTtl: Duration.minutes(1),
      maxTtl: Duration.days(365),
      enableAcceptEncodingGzip: true,
      enableAcceptEncodingBrotli: true,
      ...key,
    });
  }

  /** @param reading What these headers let pages of any origin do; without it nothing. */
  private headers(id: string, reading: Pick<ResponseHeadersPolicyProps, 'corsBehavior'> = {}): ResponseHeadersPolicy {
    return new ResponseHeadersPolicy(this, id, {
      ...reading,
      securityHeadersBehavior: {
        ...secured(contentSecurityPolicy),
        frameOptions: { frameOption: HeadersFrameOption.DENY, override: true },
      },
    });
  }

  /** The only paths that others may frame. */
  private embedHeaders(): ResponseHeadersPolicy {
    return new ResponseHeadersPolicy(this, 'EmbedHeaders', {
      ...readableAnywhere,
      securityHeadersBehavior: secured(embedSecurityPolicy),
    });
  }
}

const overHttps = (host: string, originPath?: string) =>
  new HttpOrigin(host, { protocolPolicy: OriginProtocolPolicy.HTTPS_ONLY, ...(originPath ? { originPath } : {}) });

const override = true;

const secured = (policy: string) => ({
  contentSecurityPolicy: { contentSecurityPolicy: policy, override },
  contentTypeOptions: { override },
  referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.STRICT_ORIGIN_WHEN_CROSS_ORIGIN, override },
  strictTransportSecurity: { accessControlMaxAge: Duration.days(365), includeSubdomains: true, override },
});

/** Reading is for pages of any origin: files, pages and the public API. */
const readableAnywhere: Pick<ResponseHeadersPolicyProps, 'corsBehavior'> = {
  corsBehavior: {
    accessControlAllowCredentials: false,
    accessControlAllowHeaders: ['Accept', 'If-None-Match'],
    accessControlAllowMethods: ['GET', 'HEAD', 'OPTIONS'],
    accessControlAllowOrigins: ['*'],
    accessControlExposeHeaders: ['ETag', 'Link', 'Retry-After'],
    accessControlMaxAge: Duration.days(1),
    originOverride: true,
  },
};

/**
 * A refusal is of one request, with all its headers; CloudFront would tell it to everybody for ten seconds. What may be kept
 * says so itself, which counts where it is more: a page that is not there for a minute (`unknownPageHeaders`), so that an
 * address asked for by thousands reaches bucket and API once a minute, and a release stands a minute after it is out.
 */
const unkept = [400, 403, 404, 405, 414].map((httpStatus) => ({ httpStatus, ttl: Duration.seconds(0) }));

/** What an answer of the public API depends on. */
const negotiated: CachePolicyProps = {
  headerBehavior: CacheHeaderBehavior.allowList('Accept'),
  queryStringBehavior: CacheQueryStringBehavior.allowList(...publicQueryKeys),
};

/** Addresses of routes that need a token. */
const tokenPaths = functions.flatMap(({ trigger }) =>
  trigger.kind === 'http'
    ? trigger.routes.filter(({ roles }) => !roles.includes('public')).map(({ path }) => path)
    : [],
);

/** Addresses of public routes that others of the API share: `POST /v1/periods`. */
const writtenPaths = (): string[] => publicRoutes.map(({ path }) => path).filter((path) => tokenPaths.includes(path));

/** Those below a folder that is read by all, which would be taken for reading: `POST /v1/releases/withdraw`. */
function signedInPaths(): string[] {
  const folders = publicPatterns().filter((path) => path.endsWith('*'));
  const isBelow = (path: string) => folders.some((folder) => path.startsWith(folder.slice(0, -1)));
  return [...new Set(tokenPaths.filter(isBelow).map(patternOf))];
}

/** Patterns of the others: parameters come last, so that one pattern stands for all below a folder. */
function publicPatterns(): string[] {
  const alone = publicRoutes.map(({ path }) => path).filter((path) => !writtenPaths().includes(path));
  return [...new Set(alone.map(patternOf))];
}

const patternOf = (path: string): string => path.replace(/\{.*$/, '*');

const accepted = (hasCertificate: boolean) => ({
  'AwsSolutions-CFR1': 'The scoreboard is public in every country.',
  'AwsSolutions-CFR2': 'Pages are files and the API is throttled; a firewall would cost more than what it protects.',
  ...(hasCertificate
    ? {}
    : {
        'AwsSolutions-CFR4':
          'The minimum TLS version can be set only with a certificate: context publicCertificateArn.',
      }),
});
