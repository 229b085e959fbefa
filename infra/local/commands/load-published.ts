import { parseArgs } from 'node:util';
import { publishedEn, publishedVi } from '../../../shared/release/published/published-words.ts';
import { loadPublished } from '../round/load-published.ts';
import { publishedOptions, publishedUsage, withPublicStores } from './published-options.ts';
import { runCommand } from './run-command.ts';

const usage = `npm run load-published [-- ${publishedUsage}]`;

/** Puts the tables that were published elsewhere beside the releases; again, it finds them there and changes nothing. */
async function load(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: publishedOptions });
  return withPublicStores(values, async (deps) => {
    for await (const { release, isNew } of loadPublished(deps))
      console.log(
        `${release}: ${isNew ? 'đã nạp / loaded' : 'đã có / there already'} · ${publishedVi} / ${publishedEn}`,
      );
    return 0;
  });
}

await runCommand(usage, load);
