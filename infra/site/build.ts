import { buildSite } from './build-site.ts';

/** `tsx infra/site/build.ts FOLDER`: for the bundling of `draw-pages`, which runs commands only. */
const [folder] = process.argv.slice(2);
if (!folder) throw new Error('name the folder to build into');
await buildSite(folder);
