import { Construct } from 'constructs';
import type { CapabilityProps } from './capability.ts';
import { PipelineFunction } from './pipeline-function.ts';

/** Who is hurt when a door of the drafts does not open. */
const impacts = {
  'read-draft': 'Officers cannot see the form that they fill on the screen; the Excel form is open to them.',
  'save-draft': 'What officers type on the screen is not kept; their pages say so and try again.',
  'send-draft': 'Units cannot send what they filled on the screen; before a deadline all of them are hurt.',
  'assign-rows': 'Units cannot divide the form among their departments; the officer can still fill and send all of it.',
};

/** A unit fills its form on the screen, several people at once, and sends it as one. */
export class Drafts extends Construct {
  constructor(scope: Construct, id: string, props: CapabilityProps) {
    super(scope, id);
    for (const [name, impact] of Object.entries(impacts))
      props.api.addFunction(new PipelineFunction(this, name, props), impact);
  }
}
