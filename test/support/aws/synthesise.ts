import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, type AppProps } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { afterAll } from 'vitest';
import { projectRoot } from '../../../infra/bundling.ts';
import { readSettings, type Settings } from '../../../infra/settings.ts';
import { addPipeline } from '../../../infra/stacks/pipeline.ts';

// The validator of the library costs seconds before its first answer. `npm run synth` runs it; cdk-nag runs here too.
process.env.CDK_VALIDATION = 'false';

/** A resource of a synthesised template. */
export interface TemplateResource {
  id: string;
  Type: string;
  // biome-ignore lint/suspicious/noExplicitAny: CloudFormation has no type worth its price in a test
  Properties: any;
  DeletionPolicy?: string;
  DependsOn?: string[];
}

/** The library makes one by itself where none is named, and leaves it. */
const folders: string[] = [];
afterAll(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** An app under the context of cdk.json, which the CLI would otherwise read; nothing is bundled unless `bundlingStacks` says so. */
export function createApp(bundlingStacks: string[] = [], props: AppProps = {}): App {
  const { context } = JSON.parse(readFileSync(`${projectRoot}cdk.json`, 'utf8'));
  const outdir = mkdtempSync(join(tmpdir(), 'cdk.out-'));
  folders.push(outdir);
  return new App({ outdir, ...props, context: { ...context, 'aws:cdk:bundling-stacks': bundlingStacks } });
}

/** The templates, synthesised: one call takes seconds, so a test file shares it. `settings` stand in for the context's. */
export function synthesise(settings: Partial<Settings> = {}) {
  const app = createApp();
  const read = readSettings((key) => app.node.tryGetContext(key));
  const stacks = addPipeline(app, { ...read, distributions: { site: 'ESITE', portal: 'EPORTAL' }, ...settings });
  const templates = {
    regions: { edge: stacks.edge.region, edgeAlarms: stacks.edgeAlarms?.region },
    stateful: listResources(Template.fromStack(stacks.stateful)),
    edgeAlarms: stacks.edgeAlarms ? listResources(Template.fromStack(stacks.edgeAlarms)) : [],
    // Functions and the edge in front of them: two stacks for the 500 resources that one may have.
    stateless: [stacks.stateless, stacks.edge].flatMap((stack) => listResources(Template.fromStack(stack))),
  };
  // The library does so when its process ends, and a worker of the tests is ended before it comes to that.
  rmSync(app.outdir, { recursive: true, force: true });
  return templates;
}

const listResources = (template: Template): TemplateResource[] =>
  Object.entries(template.toJSON().Resources).map(([id, resource]) => ({
    id,
    ...(resource as Omit<TemplateResource, 'id'>),
  }));

export const ofType = (resources: TemplateResource[], type: string) => resources.filter(({ Type }) => Type === type);
