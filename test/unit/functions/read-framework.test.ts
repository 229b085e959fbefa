import { describe, expect, it } from 'vitest';
import { readFramework } from '../../../functions/read-framework/read-framework.ts';
import { frameworkDocument } from '../../../shared/frameworks/framework-document.ts';
import { frameworkKey } from '../../../shared/lake/keys.ts';
import { putObject } from '../../../shared/lake/objects.ts';
import { callerWith } from '../../support/callers.ts';
import { type Intake, lenient, openIntake } from '../../support/intake.ts';

const ask = (intake: Intake, sha256: string, ifNoneMatch?: string) =>
  readFramework({ sha256, ifNoneMatch }, callerWith({ role: 'operator' }), intake);

describe('readFramework', () => {
  it('answers the very document of that hash, to be kept by whoever asked for good and by nobody between', async () => {
    const intake = await openIntake();
    const { statusCode, headers, body } = await ask(intake, lenient.sha256);
    expect({ statusCode, body }).toEqual({ statusCode: 200, body: frameworkDocument(lenient) });
    expect(headers).toMatchObject({ 'cache-control': 'private, max-age=31536000, immutable' });
    const again = await ask(intake, lenient.sha256, headers!.etag as string);
    expect(again).toMatchObject({ statusCode: 304, headers: { etag: `"${lenient.sha256}"` } });
  });

  it.each(['0'.repeat(64), 'x', '../frameworks/a'])('knows none of hash %s', async (sha256) => {
    const unknown = { status: 404, code: 'framework-unknown' };
    await expect(ask(await openIntake(), sha256)).rejects.toMatchObject(unknown);
  });

  it('never answers another one', async () => {
    const intake = await openIntake();
    const sha256 = 'a'.repeat(64);
    await putObject(intake.lake, frameworkKey(sha256), frameworkDocument(lenient));
    await expect(ask(intake, sha256)).rejects.toMatchObject({ code: 'FRAMEWORK_CHANGED' });
  });
});
