import { readRows } from '../../../lake/read-rows.ts';
import type { Files } from '../../../release/input-files.ts';
import type { Verification } from '../../../release/verify/verification.ts';
import { verifyRelease } from '../../../release/verify/verify-release.ts';
import { verifySignatures } from '../../../release/verify/verify-signatures.ts';
import { verifyingWords as words } from '../../words/verify-words.ts';
import { languageOf } from '../language-of.ts';
import { fetchRelease, fetchSignatures, ReleaseUnreadable } from './fetch-release.ts';
import { canHash, sha256 } from './hash.ts';
import { openPanel, type Panel } from './panel.ts';
import { showSignature } from './show-signature.ts';
import { showVerification } from './show-verification.ts';

/** Makes the button of a section verify the release that the section names. */
export function startVerify(section: HTMLElement): void {
  const panel = openPanel(section, languageOf(section));
  const { release = '', unit } = section.dataset;
  panel.onPress(() => press(panel, release, unit ?? unitIn(location.hash)));
}

/** `#P01-2025`: a link from the page of a unit, or of a figure of it. */
const unitIn = (hash: string): string | undefined => /^#([A-Z][\w-]*)$/.exec(hash)?.[1];

async function press(panel: Panel, release: string, unit?: string): Promise<void> {
  panel.clear();
  if (!canHash()) return panel.tell('failed', words.noHashing[panel.language]);
  panel.tell('running', words.running[panel.language]);
  const files = await fetchRelease(release, panel.progress).catch((error) => tellWhy(panel, error));
  if (!files) return;
  panel.step('figures', words.scoring[panel.language]);
  await painted();
  showVerification(await verify(files), { panel, files, unit });
  const signed = await fetchSignatures(release, files).catch(() => null);
  if (signed) showSignature(await verifySignatures(signed, sha256), panel);
}

function tellWhy(panel: Panel, error: unknown): null {
  const why = error instanceof ReleaseUnreadable ? words.noManifest : words.unreachable;
  panel.tell('failed', why[panel.language]);
  return null;
}

const verify = (files: Files): Promise<Verification> =>
  verifyRelease(files, { sha256, rows: (_table, bytes) => readRows(bytes) });

/** What was said is on the screen before the processor is kept busy. */
const painted = (): Promise<void> =>
  new Promise((resolve) => {
    // A tab in the background paints nothing, and is not to wait for it.
    const timer = setTimeout(resolve, 100);
    requestAnimationFrame(() => {
      clearTimeout(timer);
      setTimeout(resolve);
    });
  });
