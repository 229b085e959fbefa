import { createHash } from 'node:crypto';
import { ServiceError, startJsonService } from './json-service.ts';
import type { Listener } from './listen.ts';
import { localArn } from './names.ts';

/** Secrets Manager's GetSecretValue over values held in memory, by secret name. */
export function startSecrets(secrets: Record<string, Uint8Array | string>): Promise<Listener> {
  return startJsonService('1.1', {
    GetSecretValue: ({ SecretId }: { SecretId: string }) => {
      const value = Object.hasOwn(secrets, SecretId) ? secrets[SecretId] : undefined;
      if (value === undefined) throw new ServiceError('ResourceNotFoundException', `no secret named ${SecretId}`);
      return {
        ARN: localArn('secretsmanager', `secret:${SecretId}`),
        Name: SecretId,
        VersionId: createHash('sha256').update(value).digest('hex').slice(0, 36),
        VersionStages: ['AWSCURRENT'],
        ...(typeof value === 'string'
          ? { SecretString: value }
          : { SecretBinary: Buffer.from(value).toString('base64') }),
      };
    },
  });
}
