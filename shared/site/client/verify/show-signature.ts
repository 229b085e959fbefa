import type { SignatureVerdict } from '../../../release/verify/verify-signatures.ts';
import type { Language } from '../../language.ts';
import { signatureWords as words } from '../../words/signature-words.ts';
import type { Panel } from './panel.ts';

/** A wrong signature outweighs files and figures that fit each other. */
export function showSignature(verdict: SignatureVerdict, panel: Panel): void {
  const { language } = panel;
  panel.step('signature', tellSignature(verdict, language));
  if (verdict.is === 'wrong') panel.tell('failed', `${words.failed[language]} ${verdict.path}.`);
}

function tellSignature(verdict: SignatureVerdict, language: Language): string {
  if (verdict.is === 'unsigned') return words.unsigned[language];
  if (verdict.is === 'wrong') return `${words.wrong[language]}: ${verdict.path}`;
  const kind = verdict.kind_vi === null ? '' : ` (${words.testKey[language]})`;
  return `${words.right[language]} ${verdict.sha256}${kind}`;
}
