import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { ConfigurationSetEventDestination, EmailSendingEvent, EventDestination } from 'aws-cdk-lib/aws-ses';
import { Construct } from 'constructs';
import type { CapabilityProps } from './capability.ts';
import { DailySchedule } from './daily-schedule.ts';
import type { MailIdentity } from './mail-identity.ts';
import { PipelineFunction } from './pipeline-function.ts';
import { ReplayableQueue } from './replayable-queue.ts';

/** Who is hurt when a door of the notices does not open. */
const impacts = {
  'remind-period': 'The ministry cannot remind units at once; the reminders of the morning still go out.',
  'manage-contacts': 'Nobody can see or change to whom mail goes; it goes to those who were named before.',
  'read-notices': 'Nobody can see what was told to whom; mail still goes out.',
};

const remindImpact = 'Units are not reminded this morning, and what was lost of the days before is not told.';

/** What happened is told by mail: laid out in the lake, queued, sent; every morning whoever is missing is reminded. */
export class Notices extends Construct {
  constructor(scope: Construct, id: string, props: CapabilityProps & { lake: IBucket; mail: MailIdentity }) {
    super(scope, id);
    const { api, alarmTopic, lake, mail } = props;
    for (const [name, impact] of Object.entries(impacts))
      api.addFunction(new PipelineFunction(this, name, props), impact);
    const consumer = new PipelineFunction(this, 'send-notice', props);
    new ReplayableQueue(this, 'notices', { source: lake, consumer, alarmTopic });
    const target = new PipelineFunction(this, 'remind-units', props);
    new DailySchedule(this, 'Daily', { target, impact: remindImpact, alarmTopic });
    // Whose address is dead the operators are told, and tell the unit by other means.
    new ConfigurationSetEventDestination(this, 'Bounces', {
      configurationSet: mail.configurationSet,
      destination: EventDestination.snsTopic(alarmTopic),
      events: [EmailSendingEvent.BOUNCE, EmailSendingEvent.COMPLAINT, EmailSendingEvent.REJECT],
    });
  }
}
