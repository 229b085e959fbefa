import { SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';

/** One mail as text. */
export interface Mail {
  to: string[];
  subject: string;
  text: string;
  /** Name of the notice: who gets a mail twice can tell, for the service cannot. */
  notice: string;
}

export type SendMail = (mail: Mail) => Promise<void>;

/** The only door to the mail service. What it refuses is thrown: the queue tries again, then an operator is told. */
export function connectMail(sender: string): SendMail {
  const client = new SESv2Client({});
  return async ({ to, subject, text, notice }) => {
    const utf8 = (data: string) => ({ Data: data, Charset: 'UTF-8' });
    await client.send(
      new SendEmailCommand({
        FromEmailAddress: sender,
        Destination: { ToAddresses: to },
        Content: {
          Simple: {
            Subject: utf8(subject),
            Body: { Text: utf8(text) },
            Headers: [{ Name: 'X-DTI-Notice', Value: notice }],
          },
        },
      }),
    );
  };
}
