import { buildPortal } from './build-portal.ts';

/** `tsx infra/portal/build.ts FOLDER`: for the bundling of `serve-portal`, which runs commands only. */
const [folder] = process.argv.slice(2);
if (!folder) throw new Error('name the folder to build into');
await buildPortal(folder);
