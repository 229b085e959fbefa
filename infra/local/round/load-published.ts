import { publishedTables } from '../../../sample-data/published/published-tables.ts';
import { buildPublished, freezePublished } from '../../../shared/release/published/build-published.ts';
import { type KeepDeps, type Kept, keepPublished } from '../../../shared/release/published/keep-published.ts';

/** Puts every published table of this checkout out, oldest first; those that are there already stay as they are. */
export async function* loadPublished(deps: KeepDeps): AsyncGenerator<Kept> {
  for (const request of await publishedTables())
    yield await keepPublished(buildPublished(freezePublished(request)), deps);
}
