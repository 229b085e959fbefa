import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { DefinitionBody, LogLevel, StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import { projectRoot } from '../bundling.ts';
import { functions } from '../topology.ts';
import { acknowledge } from './acknowledge.ts';
import type { CapabilityProps } from './capability.ts';
import { allow } from './grants.ts';
import { PipelineFunction } from './pipeline-function.ts';
import { workflowSpec } from './resources.ts';
import { alarmPeriod, RunbookAlarm } from './runbook-alarm.ts';
import { withSiteFiles } from './with-site-files.ts';

/** One workflow of the topology with the functions that are its steps; its id is the workflow's name. */
export class Workflow extends Construct {
  readonly machine: StateMachine;

  constructor(scope: Construct, id: string, props: CapabilityProps) {
    super(scope, id);
    const spec = workflowSpec(id);
    const steps = functions
      .filter(({ trigger }) => trigger.kind === 'workflow' && trigger.workflow === id)
      .map(({ name, settings }) => {
        const drawsPages = settings?.includes('SITE_FILES');
        return new PipelineFunction(this, name, drawsPages ? withSiteFiles(props) : props);
      });
    this.machine = new StateMachine(this, 'StateMachine', {
      definitionBody: DefinitionBody.fromFile(`${projectRoot}${spec.file}`),
      definitionSubstitutions: Object.fromEntries(steps.map((step) => [step.spec.name, step.lambda.functionArn])),
      tracingEnabled: true,
      logs: { level: LogLevel.ALL, destination: new LogGroup(this, 'Logs', { retention: RetentionDays.ONE_YEAR }) },
    });
    this.machine.addToRolePolicy(
      allow(
        ['lambda:InvokeFunction'],
        steps.map((step) => step.lambda.functionArn),
      ),
    );
    acknowledge(this.machine, {
      'AwsSolutions-IAM5[Resource::*]': 'Log delivery and X-Ray have no resource to name.',
    });
    this.addAlarms(id, spec.impact, props);
  }

  /** A run that times out has not passed through `FailRun`: its item still says running, so it rings by itself. */
  private addAlarms(id: string, impact: string, { alarmTopic: topic }: CapabilityProps): void {
    const options = { period: alarmPeriod, statistic: 'sum' };
    new RunbookAlarm(this, `${id}-failed`, { metric: this.machine.metricFailed(options), impact, topic });
    new RunbookAlarm(this, `${id}-timed-out`, { metric: this.machine.metricTimedOut(options), impact, topic });
  }
}
