import { appraisalFunctions } from './topology/appraisal.ts';
import { commitmentsFunctions, commitmentsQueue } from './topology/commitments.ts';
import { draftsFunctions } from './topology/drafts.ts';
import { evidenceFunctions, evidenceQueue } from './topology/evidence.ts';
import { frameworksFunctions } from './topology/frameworks.ts';
import { noticesFunctions, noticesQueue } from './topology/notices.ts';
import { openDataFunctions, openDataQueue } from './topology/open-data.ts';
import { peopleFunctions } from './topology/people.ts';
import { periodsFunctions } from './topology/periods.ts';
import { portalFunctions } from './topology/portal.ts';
import { previewsFunctions } from './topology/previews.ts';
import { publicationFunctions } from './topology/publication.ts';
import { runsFunctions, runWorkflow } from './topology/runs.ts';
import type { FunctionSpec, QueueSpec, WorkflowSpec } from './topology/shape.ts';
import { signInFunctions } from './topology/sign-in.ts';
import { submissionQueue, submissionsFunctions } from './topology/submissions.ts';
import { workbooksFunctions } from './topology/workbooks.ts';

export type * from './topology/shape.ts';

/**
 * The pipeline as a list: read by the CDK stacks and by the local runtime, so that the two cannot drift.
 * A function gets one environment variable per resource in `uses`, named like the resource, and the grants listed there;
 * nothing else.
 */
export const functions: FunctionSpec[] = [
  ...periodsFunctions,
  ...submissionsFunctions,
  ...draftsFunctions,
  ...evidenceFunctions,
  ...appraisalFunctions,
  ...peopleFunctions,
  ...runsFunctions,
  ...previewsFunctions,
  ...workbooksFunctions,
  ...publicationFunctions,
  ...openDataFunctions,
  ...commitmentsFunctions,
  ...noticesFunctions,
  ...frameworksFunctions,
  ...portalFunctions,
  ...signInFunctions,
];

export const queues: QueueSpec[] = [submissionQueue, evidenceQueue, noticesQueue, openDataQueue, commitmentsQueue];

export const workflows: WorkflowSpec[] = [runWorkflow];
