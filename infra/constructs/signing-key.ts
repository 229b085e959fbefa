import { RemovalPolicy } from 'aws-cdk-lib';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';

/** Signs the identity of the forms that are handed out; made by AWS, seen by nobody. */
export class SigningKey extends Secret {
  constructor(scope: Construct, id: string) {
    super(scope, id, {
      description: 'Signs the identity inside the forms of the DTI pipeline',
      generateSecretString: { passwordLength: 64, excludePunctuation: true },
      removalPolicy: RemovalPolicy.RETAIN,
    });
    acknowledge(this, {
      'AwsSolutions-SMG4':
        'A rotation would refuse every form that is already filled in; the runbook says when to rotate.',
    });
  }
}
