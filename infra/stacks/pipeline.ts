import { type App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import type { Settings } from '../settings.ts';
import { StatefulStack } from './stateful-stack.ts';
import { StatelessStack } from './stateless-stack.ts';

/** The whole pipeline, checked by cdk-nag: a finding that no construct acknowledges fails the synthesis. */
export function addPipeline(app: App, settings: Settings): { stateful: StatefulStack; stateless: StatelessStack } {
  const env = { region: settings.region };
  const stateful = new StatefulStack(app, 'DtiStateful', { env, settings });
  const stateless = new StatelessStack(app, 'DtiStateless', { env, settings, stateful });
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  return { stateful, stateless };
}
