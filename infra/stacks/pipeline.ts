import { type App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import type { Settings } from '../settings.ts';
import { EdgeAlarmsStack } from './edge-alarms-stack.ts';
import { EdgeStack } from './edge-stack.ts';
import { StatefulStack } from './stateful-stack.ts';
import { StatelessStack } from './stateless-stack.ts';

interface Stacks {
  stateful: StatefulStack;
  stateless: StatelessStack;
  edge: EdgeStack;
  /** Null until the distributions that it watches are there. */
  edgeAlarms: EdgeAlarmsStack | null;
}

/** The whole pipeline, checked by cdk-nag: a finding that no construct acknowledges fails the synthesis. */
export function addPipeline(app: App, settings: Settings): Stacks {
  const env = { region: settings.region };
  const stateful = new StatefulStack(app, 'DtiStateful', { env, settings });
  const edge = new EdgeStack(app, 'DtiEdge', { env, settings, stateful });
  const stateless = new StatelessStack(app, 'DtiStateless', { env, settings, stateful, edge });
  const { distributions, alarmEmail } = settings;
  const edgeAlarms =
    distributions &&
    new EdgeAlarmsStack(app, 'DtiEdgeAlarms', { env: { region: 'us-east-1' }, distributions, alarmEmail });
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  return { stateful, stateless, edge, edgeAlarms: edgeAlarms ?? null };
}
