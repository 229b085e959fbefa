/** From scores to a release, apart from the screens of a period: who watches units does not wait for them. */
export { Correct } from './correct.tsx';
export { OpenPreview } from './open-preview.tsx';
export { ReleaseScreen } from './release.tsx';
export { RunScreen } from './run.tsx';
export { Runs } from './runs.tsx';
