import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import { type DistributionProps, SecurityPolicyProtocol } from 'aws-cdk-lib/aws-cloudfront';
import type { Construct } from 'constructs';

export interface OwnNameProps {
  /** `https://dti.example.vn` */
  origin: string;
  /** Of the origin's host, in us-east-1; undefined: the distribution stands under an address of CloudFront's. */
  certificateArn: string | undefined;
}

type Named = Pick<DistributionProps, 'domainNames' | 'certificate' | 'minimumProtocolVersion'>;

/** The host that people know a distribution by: without it CloudFront answers nothing that is asked of that host. */
export function ownName(scope: Construct, { origin, certificateArn }: OwnNameProps): Named {
  if (certificateArn === undefined) return {};
  return {
    domainNames: [new URL(origin).host],
    certificate: Certificate.fromCertificateArn(scope, 'Certificate', certificateArn),
    minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
  };
}
