import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import { Alias, Key, KeySpec, KeyUsage } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';

/**
 * Years that have a key of their own, the last of which signs. Such keys do not rotate by themselves: a year is added, and
 * none is taken away, because the releases of its time name it.
 */
const years = [2026] as const;

/** Signs releases and commitments: ECDSA on P-256, made by KMS and never outside it. */
export class ReleaseKey extends Construct {
  /** ARN of the key that signs now. */
  readonly keyArn: string;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    const keys = years.map((year) => this.addKey(year));
    this.keyArn = keys.at(-1)!.keyArn;
    // Those before too: an export that nobody asks for any more would be taken away while the functions still stand on it.
    for (const { keyArn } of keys) Stack.of(this).exportValue(keyArn);
  }

  private addKey(year: number): Key {
    const key = new Key(this, `Key${year}`, {
      description: `Signs the releases of the DTI pipeline, from ${year}`,
      keySpec: KeySpec.ECC_NIST_P256,
      keyUsage: KeyUsage.SIGN_VERIFY,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    const alias = new Alias(this, `Alias${year}`, { aliasName: `alias/dti-release-${year}`, targetKey: key });
    alias.applyRemovalPolicy(RemovalPolicy.RETAIN);
    return key;
  }
}
