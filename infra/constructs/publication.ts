import { Construct } from 'constructs';
import type { CapabilityProps } from './capability.ts';
import { MinuteSchedule } from './minute-schedule.ts';
import { PipelineFunction } from './pipeline-function.ts';

const dueImpact =
  'What was announced for a minute does not go out at it; the public sees the last release until it does.';

/** The second person of the ministry releases a run: files to the public bucket, then one conditional write. */
export class Publication extends Construct {
  constructor(scope: Construct, id: string, props: CapabilityProps) {
    super(scope, id);
    const target = new PipelineFunction(this, 'publish-release', props);
    props.api.addFunction(
      target,
      'The ministry cannot publish; the public sees the last release, complete and unchanged.',
    );
    new MinuteSchedule(this, 'EveryMinute', { target, impact: dueImpact, alarmTopic: props.alarmTopic });
    props.api.addFunction(
      new PipelineFunction(this, 'read-releases', props),
      'The ministry cannot see its releases with who made them; the public sees them as before.',
    );
  }
}
