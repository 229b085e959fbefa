import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import type { CapabilityProps } from './capability.ts';
import { PipelineFunction } from './pipeline-function.ts';
import { ReplayableQueue } from './replayable-queue.ts';

/** Who is hurt when a door of the intake does not open. */
const impacts = {
  'issue-template': 'Units cannot get their form; those that have it already are not hurt.',
  'request-upload': 'Units cannot hand in their forms; before a deadline every one of them is hurt.',
  'check-submission': 'Officers get no answer while they wait; the queue still checks what they sent, within minutes.',
  'certify-submission':
    'Heads of units cannot certify; where the period asks for it, nothing of these units counts until they can.',
  'summarise-submission':
    'Heads of units cannot see what they are asked to certify; the receipt and its document still open.',
  'submit-values': 'Units whose systems send figures by API cannot hand them in; the form is open to them.',
  'annotate-submission':
    'Officers cannot get the answer in their own form; the list of findings still shows what is wrong.',
  'fetch-submission': 'Units cannot get their own file back; it is kept, and the receipt still names its hash.',
  'read-framework': 'The portal cannot name indicators in the words of the framework; forms and answers still do.',
  'read-submissions': 'Units and the ministry cannot see what was received or what is wrong with it.',
};

/**
 * A unit gets its form, posts it straight to S3 or sends its figures by API, and is answered at once; the queue's
 * consumer answers whoever did not ask.
 */
export class SubmissionIntake extends Construct {
  constructor(scope: Construct, id: string, props: CapabilityProps & { raw: IBucket }) {
    super(scope, id);
    const { api, alarmTopic, raw } = props;
    for (const [name, impact] of Object.entries(impacts))
      api.addFunction(new PipelineFunction(this, name, props), impact);
    const consumer = new PipelineFunction(this, 'ingest-submission', props);
    new ReplayableQueue(this, 'submission-uploads', { source: raw, consumer, alarmTopic });
  }
}
