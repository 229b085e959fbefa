import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openAssets } from '../../../functions/draw-pages/open-assets.ts';
import { publishedEn, publishedVi } from '../../../shared/release/published/published-words.ts';
import { buildSite } from '../../site/build-site.ts';
import { loadPublished } from '../round/load-published.ts';
import { type PlacePublishedDeps, placePublished } from '../round/place-published.ts';
import { publishedOptions, publishedUsage, withPublicStores } from './published-options.ts';
import { runCommand } from './run-command.ts';

const usage = `npm run load-published [-- ${publishedUsage} [--origin URL]]`;
/** Where `npm start` serves unless told otherwise. */
const localOrigin = 'http://127.0.0.1:8080';

/** Puts the tables that were published elsewhere beside the releases; again, it finds them there and changes nothing. */
async function load(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { ...publishedOptions, origin: { type: 'string' } } });
  return withPublicStores(values, async (deps) => {
    for await (const { release, isNew } of loadPublished(deps))
      console.log(
        `${release}: ${isNew ? 'đã nạp / loaded' : 'đã có / there already'} · ${publishedVi} / ${publishedEn}`,
      );
    const pages = await placePages({ ...deps, origin: values.origin ?? localOrigin });
    console.log(`${pages} trang / pages`);
    return 0;
  });
}

/** With style and fonts as this checkout builds them. */
async function placePages(deps: Omit<PlacePublishedDeps, 'assets'>): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'dti-site-'));
  try {
    await buildSite(folder);
    return await placePublished({ ...deps, assets: await openAssets(folder)() });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

await runCommand(usage, load);
