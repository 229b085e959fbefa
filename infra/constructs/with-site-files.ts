import { projectRoot } from '../bundling.ts';
import type { PipelineFunctionProps } from './pipeline-function.ts';

/** Where Lambda unpacks what lies beside the bundle. */
const unpacked = '/var/task/site';

/** For the function that draws pages: what all of them share, built with the bundle, so that both are of one commit. */
export const withSiteFiles = <Props extends PipelineFunctionProps>(props: Props): Props => ({
  ...props,
  settings: { ...props.settings, SITE_FILES: unpacked },
  commandHooks: {
    beforeBundling: () => [],
    beforeInstall: () => [],
    afterBundling: (_: string, output: string) => [`cd ${projectRoot} && npx tsx infra/site/build.ts ${output}/site`],
  },
});
