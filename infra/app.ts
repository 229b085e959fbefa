import { App } from 'aws-cdk-lib';
import { readSettings } from './settings.ts';
import { addPipeline } from './stacks/pipeline.ts';

const app = new App();
addPipeline(
  app,
  readSettings((key) => app.node.tryGetContext(key)),
);
