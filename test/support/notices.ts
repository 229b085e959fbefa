import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type SendNoticeDeps, sendNotice } from '../../functions/send-notice/send-notice.ts';
import { type KeptMail, startMail } from '../../infra/local/mail.ts';
import { localCredentials, localNames, localRegion } from '../../infra/local/names.ts';
import type { Bucket } from '../../shared/lake/objects.ts';
import type { LedgerDeps } from '../../shared/ledger/append.ts';
import { connectMail } from '../../shared/notices/send-mail.ts';
import { tellNotices } from '../../shared/notices/tell-notices.ts';
import { makeClient, startTestS3 } from '../infra/local/s3/start-test-s3.ts';
import { temporaryDirectory } from '../infra/local/temporary-directory.ts';
import { openLedger } from './ledger.ts';

/** The outbox, the list and the mail service on real engines; a mail is a file. */
export interface NoticeRound extends LedgerDeps, SendNoticeDeps {
  /** Keys laid out since the last call; each is an event, and a message of the queue. */
  laidOut(): string[];
  /** Delivers what was laid out, and what that lays out, as the queue does. */
  deliver(): Promise<void>;
  mails(): Promise<KeptMail[]>;
}

export async function openNotices(now: () => Date): Promise<NoticeRound> {
  const keys: string[] = [];
  const onObjectCreated = async ({ key }: { key: string }) => void (key.startsWith('outbox/') && keys.push(key));
  const { server } = await startTestS3({ onObjectCreated });
  // As the functions' own: a socket that was left for a while on a busy machine is closed, and the call is made again.
  const client = makeClient(server.url, { maxAttempts: 3 });
  onTestFinished(() => client.destroy());
  const lake: Bucket = { client, name: 'lake-bucket' };
  const { ledger, table } = await openLedger();
  const directory = await temporaryDirectory();
  const sendMail = await connectTestMail(directory);
  const deps = { ...{ lake, ledger, table, sendMail, now }, portalOrigin: 'https://portal.example.vn' };
  return {
    ...deps,
    tell: tellNotices(deps),
    laidOut: () => keys.splice(0),
    async deliver() {
      for (let key = keys.shift(); key; key = keys.shift()) await sendNotice(key, deps);
    },
    mails: () => readMails(directory),
  };
}

/** The real client against the local service. */
export async function connectTestMail(directory: string) {
  const { url, close } = await startMail({ directory });
  onTestFinished(close);
  const environment = { AWS_ENDPOINT_URL_SESV2: url, AWS_REGION: localRegion };
  const { accessKeyId: AWS_ACCESS_KEY_ID, secretAccessKey: AWS_SECRET_ACCESS_KEY } = localCredentials;
  Object.assign(process.env, environment, { AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY });
  return connectMail(localNames.NOTICE_SENDER);
}

export async function readMails(directory: string): Promise<KeptMail[]> {
  const names = (await readdir(directory).catch(() => [])).sort();
  return Promise.all(names.map(async (name) => JSON.parse(await readFile(join(directory, name), 'utf8'))));
}
