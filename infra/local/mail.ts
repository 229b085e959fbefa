import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import * as z from 'zod';
import type { Report } from './disk-full.ts';
import { type Listener, listenOnLoopback } from './listen.ts';
import { writeWhole } from './whole-file.ts';

const content = z.object({ Data: z.string() });
const sending = z.object({
  FromEmailAddress: z.string(),
  Destination: z.object({ ToAddresses: z.array(z.string()).min(1).max(50) }),
  Content: z.object({
    Simple: z.object({
      Subject: content,
      Body: z.object({ Text: content }),
      Headers: z.array(z.object({ Name: z.string(), Value: z.string() })),
    }),
  }),
});

/** One mail as it lies in the state directory. */
export interface KeptMail {
  notice: string;
  from: string;
  to: string[];
  subject: string;
  text: string;
}

/** SESv2's SendEmail: each mail becomes one file, named by its notice, and goes nowhere. */
export function startMail({
  directory,
  report = console.error,
}: {
  directory: string;
  report?: Report;
}): Promise<Listener> {
  const server = createServer(async (request, response) => {
    try {
      await receive(request, response, directory);
    } catch (error) {
      report(error);
      answer(response, 500, { message: String(error) }, 'InternalFailure');
    }
  });
  return listenOnLoopback(server);
}

async function receive(request: IncomingMessage, response: ServerResponse, directory: string): Promise<void> {
  const body = await buffer(request);
  if (request.method !== 'POST' || request.url !== '/v2/email/outbound-emails') {
    return answer(response, 404, { message: 'not served locally' }, 'NotFoundException');
  }
  if (!request.headers.authorization?.startsWith('AWS4-HMAC-SHA256 ')) {
    return answer(response, 403, { message: 'not signed' }, 'AccessDeniedException');
  }
  const mail = keptOf(body.toString('utf8'));
  if (mail === null) return answer(response, 400, { message: 'not a mail of ours' }, 'BadRequestException');
  await writeWhole(join(directory, `${mail.notice}.json`), `${JSON.stringify(mail, null, 2)}\n`);
  answer(response, 200, { MessageId: randomUUID() });
}

/** Null for what our code does not send. */
function keptOf(text: string): KeptMail | null {
  const { data } = sending.safeParse(JSON.parse(text));
  const notice = data?.Content.Simple.Headers.find(({ Name }) => Name === 'X-DTI-Notice')?.Value;
  if (!data || !notice || !/^[0-9a-f]{64}$/.test(notice)) return null;
  const { Subject, Body } = data.Content.Simple;
  const { FromEmailAddress: from, Destination } = data;
  return { notice, from, to: Destination.ToAddresses, subject: Subject.Data, text: Body.Text.Data };
}

function answer(response: ServerResponse, status: number, body: object, errorType?: string): void {
  response.writeHead(status, {
    'content-type': 'application/json',
    'x-amzn-requestid': randomUUID(),
    ...(errorType ? { 'x-amzn-errortype': errorType } : {}),
  });
  response.end(JSON.stringify(body));
}
