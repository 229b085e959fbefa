import type { Mutant } from './mutant.ts';

const storage = ['test/infra/aws/storage.test.ts'];
const pipeline = ['test/infra/aws/pipeline.test.ts'];
const messages = ['test/unit/http/messages.test.ts'];
const logged = ['test/infra/faults-logged.test.ts'];
const page = ['test/unit/site/ranking-page.test.ts'];

/** What leaves the house: headers, limits of the API, logs, pages, commands. */
export const edgeMutants: Mutant[] = [
  {
    name: 'a page may load from anywhere: CSP',
    file: 'infra/public-headers.ts',
    from: '"default-src \'none\'",\n  "script-src \'self\'"',
    to: '"default-src *",\n  "script-src \'self\'"',
    tests: storage,
  },
  {
    name: 'an embedded page may load from anywhere: CSP',
    file: 'infra/public-headers.ts',
    from: '"default-src \'none\'",\n  "style-src \'unsafe-inline\'"',
    to: '"default-src *",\n  "style-src \'unsafe-inline\'"',
    tests: storage,
  },
  {
    name: 'a page may be framed: CSP',
    file: 'infra/public-headers.ts',
    from: '  "frame-ancestors \'none\'",\n',
    to: '',
    tests: ['test/infra/local/public-site.test.ts'],
  },
  {
    name: 'a browser guesses types',
    file: 'infra/public-headers.ts',
    from: "  'x-content-type-options': 'nosniff',\n",
    to: '',
    tests: storage,
  },
  {
    name: 'a receipt may run scripts: CSP',
    file: 'shared/http/messages.ts',
    from: "\"default-src 'none'; style-src",
    to: '"default-src *; style-src',
    tests: messages,
  },
  {
    name: 'an answer is kept on its way: no-store',
    file: 'shared/http/messages.ts',
    from: "'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' },",
    to: "'content-type': 'application/json; charset=utf-8' },",
    tests: messages,
  },
  {
    name: 'a signed address is kept on its way: no-store',
    file: 'shared/http/messages.ts',
    from: "headers: { location, 'cache-control': 'no-store' },",
    to: 'headers: { location },',
    tests: messages,
  },
  {
    name: 'a problem is kept on its way: no-store',
    file: 'shared/http/http-function.ts',
    from: "      'cache-control': 'no-store',\n",
    to: '',
    tests: logged,
  },
  {
    name: 'a flood of reading takes the calls of who signs in',
    file: 'infra/constructs/pipeline-api.ts',
    from: '] = throttle;',
    to: '] = { DetailedMetricsEnabled: true };',
    tests: pipeline,
  },
  {
    name: 'callers are not throttled',
    file: 'infra/constructs/pipeline-api.ts',
    from: '      throttle: { rateLimit: throttle.ThrottlingRateLimit, burstLimit: throttle.ThrottlingBurstLimit },\n',
    to: '',
    tests: pipeline,
  },
  {
    name: 'routes are not counted one by one, so no alarm rings',
    file: 'infra/constructs/pipeline-api.ts',
    from: '      detailedMetricsEnabled: true,\n',
    to: '',
    tests: pipeline,
  },
  {
    name: 'a fault behind a route is not logged',
    file: 'shared/http/http-function.ts',
    from: "  if (problem !== error) logger.error('request failed', { error, requestId });\n",
    to: '',
    tests: logged,
  },
  {
    name: 'a message that failed is not logged',
    file: 'shared/observability/queue-function.ts',
    from: "          logger.error('message failed', { error, messageId: record.messageId });\n",
    to: '',
    tests: logged,
  },
  {
    name: 'a message that failed is taken for done',
    file: 'shared/observability/queue-function.ts',
    from: '          failed.push(record.messageId);\n',
    to: '',
    tests: logged,
  },
  {
    name: 'a step that failed is not logged',
    file: 'shared/observability/workflow-step.ts',
    from: "        logger.error('step failed', { error, run_id: input.run_id });\n",
    to: '',
    tests: logged,
  },
  {
    name: 'a page without its notice',
    file: 'shared/site/frame.tsx',
    from: 'if (told.length === 0) return null;',
    to: 'if (told.length >= 0) return null;',
    tests: page,
  },
  {
    name: 'a page without "hình thành từ"',
    file: 'shared/site/pages/ranking/ranking-row.tsx',
    from: 'if (unit.formed_from_vi.length === 0) return null;',
    to: 'if (unit.formed_from_vi.length >= 0) return null;',
    tests: page,
  },
  {
    name: 'npm start without a period to try',
    file: 'infra/local/start.ts',
    from: '  await loadHalfWay(pipeline, signingKey);\n',
    to: '',
    tests: ['test/long/start-illustrative.test.ts'],
    only: 'goes on with the illustrative rounds',
  },
  {
    name: 'npm start without its illustrative half',
    file: 'infra/local/start.ts',
    from: '  await loadIllustrative(pipeline, signingKey);\n',
    to: '',
    tests: ['test/long/start-illustrative.test.ts'],
    only: 'goes on with the illustrative rounds',
  },
  {
    name: 'illustrative rounds that do not say so',
    file: 'infra/local/round/illustrative-rounds.ts',
    from: 'framework, files, notice_vi: illustrativeNote },',
    to: 'framework, files },',
    tests: ['test/long/start-illustrative.test.ts'],
    only: 'goes on with the illustrative rounds',
  },
  {
    name: 'verify takes another format for a difference',
    file: 'infra/local/commands/verify.ts',
    from: 'otherFormat: 3 }',
    to: 'otherFormat: 1 }',
    tests: ['test/long/verify-format.test.ts'],
  },
];
