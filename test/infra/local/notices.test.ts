import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Pipeline } from '../../../infra/local/pipeline.ts';
import { callApi } from '../../../infra/local/round/call-api.ts';
import { frameworkDocument } from '../../../shared/frameworks/framework-document.ts';
import { readMails } from '../../support/notices.ts';
import { framework } from '../../support/round-workbooks.ts';
import { boot, group, makeStateDirectory, period } from '../../support/running-pipeline.ts';

let state: Awaited<ReturnType<typeof makeStateDirectory>>;
let pipeline: Pipeline;
let token: string;
beforeAll(async () => {
  state = await makeStateDirectory();
  pipeline = await boot(state.path);
  token = await pipeline.issueToken({ sub: 'ministry', role: 'publisher' });
});
afterAll(async () => {
  await pipeline?.close();
  await state.remove();
});

const post = <Answer>(path: `/${string}`, body: object) => callApi<Answer>(pipeline.url, token, `POST ${path}`, body);
const mails = async () => (await readMails(join(state.path, 'mail'))).map(({ to, subject }) => [to, subject]);

describe('notices of a running pipeline', () => {
  it('go from the morning’s schedule and from a publisher’s wish through outbox, event and queue into a mail, once', async () => {
    await post('/v1/periods', { group, period, framework: frameworkDocument(framework), deadline: '2099-12-31' });
    await post('/v1/contacts/P04-2025', { addresses: ['an@caobang.example.vn'] });
    for (const day of ['2099-12-28', '2099-12-28', '2099-12-29'])
      await pipeline.runSchedule('remind-units', new Date(`${day}T01:00:00.000Z`));
    await pipeline.settled();
    const reminder = [['an@caobang.example.vn'], '[DTI] năm 2024: Hạn gửi ngày 31/12/2099'];
    expect(await mails()).toEqual([reminder]);
    const first = await post<{ reminded: string[] }>(`/v1/periods/${group}/${period}/remind`, { unit_id: 'P04-2025' });
    expect(first).toMatchObject({ reminded: ['P04-2025'], already: [] });
    expect(await post(`/v1/periods/${group}/${period}/remind`, { unit_id: 'P04-2025' })).toMatchObject({
      already: ['P04-2025'],
    });
    await pipeline.settled();
    expect(await mails()).toEqual([reminder, reminder]);
    const { notices } = await callApi<{ notices: { state: string }[] }>(
      pipeline.url,
      token,
      `GET /v1/notices/${group}/${period}?unit_id=P04-2025`,
    );
    expect(notices.map((one) => one.state)).toEqual(['sent', 'sent']);
  });

  it('tell nobody to whom mail cannot be written, and say so', async () => {
    await expect(
      post('/v1/contacts/P04-2025', { addresses: ['an@caobang.example.vn\r\nBcc: x@y.vn'] }),
    ).rejects.toThrow();
    await expect(post('/v1/contacts/P04-2025', { addresses: ['an'] })).rejects.toThrow('must be a mail address');
  });
});
