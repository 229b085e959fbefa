import { Construct } from 'constructs';
import type { CapabilityProps } from './capability.ts';
import { PipelineFunction } from './pipeline-function.ts';
import { Workflow } from './workflow.ts';

/** The ministry opens a period, changes and closes it, runs it and reads the preview. */
export class PeriodRun extends Construct {
  constructor(scope: Construct, id: string, props: CapabilityProps) {
    super(scope, id);
    const { api, resources } = props;
    const { machine } = new Workflow(this, 'run-period', props);
    api.addFunction(
      new PipelineFunction(this, 'open-period', props),
      'The ministry cannot open a period; no unit can hand in figures for it.',
    );
    api.addFunction(
      new PipelineFunction(this, 'change-period', props),
      'The ministry cannot close or reopen a period or move its deadline; what was closed stays closed.',
    );
    api.addFunction(
      new PipelineFunction(this, 'read-periods', props),
      'Nobody can see which periods are open, until when, and how far they have come.',
    );
    api.addFunction(
      new PipelineFunction(this, 'read-board', props),
      'The ministry does not see who has reported and who has not; units report as before.',
    );
    api.addFunction(
      new PipelineFunction(this, 'read-log', props),
      'Nobody can read who did what when; it is recorded all the same.',
    );
    api.addFunction(
      new PipelineFunction(this, 'start-run', { ...props, resources: { ...resources, RUN_STATE_MACHINE: machine } }),
      'The ministry cannot start a run; the last release stays current.',
    );
    api.addFunction(
      new PipelineFunction(this, 'read-run', props),
      'The ministry cannot see a preview, so it can neither object nor release.',
    );
  }
}
