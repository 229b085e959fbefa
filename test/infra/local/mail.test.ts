import { createServer } from 'node:http';
import { SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';
import { describe, expect, it, onTestFinished } from 'vitest';
import { listenOnLoopback } from '../../../infra/local/listen.ts';
import { startMail } from '../../../infra/local/mail.ts';
import { connectTestMail, readMails } from '../../support/notices.ts';
import { temporaryDirectory } from './temporary-directory.ts';

const mail = { to: ['an@example.vn'], subject: 'Hạn gửi, còn 3 ngày', text: 'Kính gửi', notice: 'a'.repeat(64) };

describe('startMail', () => {
  it('keeps what the SDK sends as one file, Vietnamese intact, named by its notice', async () => {
    const directory = await temporaryDirectory();
    const send = await connectTestMail(directory);
    await send(mail);
    await send(mail);
    expect(await readMails(directory)).toEqual([{ ...mail, from: 'dti@localhost.invalid' }]);
  });

  it('refuses what is no mail of ours, with names the SDK throws', async () => {
    const { url, close } = await startMail({ directory: await temporaryDirectory() });
    onTestFinished(close);
    const post = (path: string, body: string, headers: Record<string, string> = {}) =>
      fetch(`${url}${path}`, { method: 'POST', body, headers });
    const path = '/v2/email/outbound-emails';
    const signed = { authorization: 'AWS4-HMAC-SHA256 Credential=local' };
    const statuses = [await post('/', '{}', signed), await post(path, '{}'), await post(path, '{}', signed)];
    expect(statuses.map(({ status }) => status)).toEqual([404, 403, 400]);
    const client = new SESv2Client({
      endpoint: url,
      region: 'ap-southeast-1',
      credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
    });
    onTestFinished(() => client.destroy());
    const unnamed = client.send(new SendEmailCommand({ FromEmailAddress: 'a@b.vn', Destination: {}, Content: {} }));
    await expect(unnamed).rejects.toMatchObject({ name: 'BadRequestException' });
  });

  it('is tried three times by the client where the service has too much to do', async () => {
    let calls = 0;
    const server = createServer((_, response) => {
      calls++;
      response.writeHead(429, { 'x-amzn-errortype': 'TooManyRequestsException' }).end('{"message":"slow down"}');
    });
    const { url, close } = await listenOnLoopback(server);
    onTestFinished(close);
    const send = await connectTestMail(await temporaryDirectory());
    process.env.AWS_ENDPOINT_URL_SESV2 = url;
    await expect(send(mail)).rejects.toMatchObject({ name: 'TooManyRequestsException' });
    expect(calls).toBe(3);
  });
});
