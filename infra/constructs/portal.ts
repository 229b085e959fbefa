import { Construct } from 'constructs';
import type { PortalConfig } from '../../functions/serve-portal/portal-config.ts';
import { projectRoot } from '../bundling.ts';
import type { CapabilityProps } from './capability.ts';
import { PipelineFunction } from './pipeline-function.ts';

interface PortalProps extends CapabilityProps {
  config: PortalConfig;
}

/** Where Lambda unpacks what lies beside the bundle. */
const unpacked = '/var/task/portal';

/** The page that units and ministry work in, and who they are to it. */
export class Portal extends Construct {
  constructor(scope: Construct, id: string, { config, ...props }: PortalProps) {
    super(scope, id);
    const settings = { ...props.settings, PORTAL_CONFIG: JSON.stringify(config), PORTAL_FILES: unpacked };
    const pages = new PipelineFunction(this, 'serve-portal', { ...props, settings, commandHooks: withPages });
    props.api.addFunction(pages, 'Nobody can open the portal; the API and forms by mail still work.');
    props.api.addFunction(
      new PipelineFunction(this, 'read-me', props),
      'The portal does not know who signs in and shows nothing; the API still works.',
    );
  }
}

/** Built with the bundle, so that page and function are of one commit. */
const withPages = {
  beforeBundling: () => [],
  beforeInstall: () => [],
  afterBundling: (_: string, output: string) => [`cd ${projectRoot} && npx tsx infra/portal/build.ts ${output}/portal`],
};
