import { readFileSync } from 'node:fs';
import vm from 'node:vm';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../../../infra/bundling.ts';
import { readSettings } from '../../../infra/settings.ts';
import { addPipeline } from '../../../infra/stacks/pipeline.ts';
import { createApp } from '../../support/aws/synthesise.ts';

const production = {
  stage: 'prod',
  signInPrefix: 'dti',
  portalOrigin: 'https://portal.example.vn',
  noticeSender: 'dti@example.vn',
  publicOrigin: 'https://dti.example.vn',
  codeVersion: 'abc123',
  alarmEmail: 'operator@example.vn',
};
const read = (context: Record<string, unknown>) => readSettings((key) => context[key]);

describe('readSettings', () => {
  it('needs no context for a review of the templates', () => {
    expect(read({})).toMatchObject({ stage: 'dev', region: 'ap-southeast-1', portalOrigin: 'https://portal.invalid' });
  });

  it('names every value a production stage lacks, so that one try is enough', () => {
    expect(() => read({ stage: 'prod', signInPrefix: 'dti' })).toThrow(
      'stage prod needs context -c portalOrigin=… -c publicOrigin=… -c noticeSender=… -c codeVersion=… -c alarmEmail=…',
    );
  });

  it('takes a complete production context', () => {
    expect(read(production)).toMatchObject(production);
  });

  it('refuses an issuer without TLS', () => {
    expect(() => read({ ...production, issuer: 'http://sign-in.example.vn', audience: 'dti' })).toThrow(
      "issuer must start with https://, got 'http:",
    );
  });

  it('takes another provider whole or not at all, because half of one lets nobody in', () => {
    const issuer = 'https://sign-in.example.vn';
    expect(() => read({ issuer })).toThrow('context issuer needs context -c audience=…');
    expect(read({ issuer, audience: 'dti' }).provider).toEqual({ issuer, audience: 'dti', endpoint: issuer });
    expect(() => read({ externalName: 'VNeID' })).toThrow(
      '-c externalIssuer=… -c externalClientId=… -c externalSecretName=…',
    );
  });

  it('takes the distributions that alarms watch both or not at all, once they are there', () => {
    expect(read({}).distributions).toBeUndefined();
    expect(() => read({ siteDistribution: 'E1' })).toThrow('needs context -c portalDistribution=…');
    const distributions = read({ siteDistribution: 'E1', portalDistribution: 'E2' }).distributions;
    expect(distributions).toEqual({ site: 'E1', portal: 'E2' });
  });

  it('refuses a sender that is no mail address', () => {
    expect(() => read({ noticeSender: 'dti' })).toThrow("noticeSender must be a mail address, got 'dti'");
  });
});

describe('addPipeline', () => {
  it('fails the synthesis on a finding nobody acknowledged', () => {
    const app = createApp();
    const { stateless, edgeAlarms } = addPipeline(app, read({}));
    // Nothing to watch yet.
    expect(edgeAlarms).toBeNull();
    new Bucket(stateless, 'Careless');
    expect(() => app.synth()).toThrow('AwsSolutions-S10');
  });
});

describe('folder index', () => {
  const code = readFileSync(`${projectRoot}infra/constructs/folder-index.js`, 'utf8');
  const uriOf = (uri: string): string =>
    vm.runInNewContext(`${code}; handler(event).uri`, { event: { request: { uri } } });

  it('serves the index of a folder and leaves files alone', () => {
    expect(uriOf('/releases/dti/province34/2024/r1/')).toBe('/releases/dti/province34/2024/r1/index.html');
    expect(uriOf('/releases/dti/province34/2024/r1/scoreboard.csv')).toBe(
      '/releases/dti/province34/2024/r1/scoreboard.csv',
    );
  });
});
