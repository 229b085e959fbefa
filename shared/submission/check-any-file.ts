import { type CheckFile, checkTableFile } from './check-file.ts';
import { checkSubmission, type OpenWorkbook } from './check-submission.ts';
import { readIdentities } from './form/read-identity.ts';

export interface CheckAnyFileDeps {
  signingKey: () => Promise<Uint8Array>;
  openWorkbook: OpenWorkbook;
}

/** Knows every door. The key is fetched when a form comes, and signed identities are believed under it alone. */
export const checkAnyFile =
  ({ signingKey, openWorkbook }: CheckAnyFileDeps): CheckFile =>
  async (file, contextFor) => {
    if (file.format !== 'xlsx') return checkTableFile(file, contextFor);
    const opened = await openWorkbook(file.bytes);
    const named = opened.book && readIdentities(opened.book)[0]?.identity.unit_id;
    const context = await contextFor(file.expected.unit_id ?? named ?? null);
    return checkSubmission({ ...file, context }, { signingKey: await signingKey(), openWorkbook: async () => opened });
  };
