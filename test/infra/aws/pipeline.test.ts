import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../../../infra/bundling.ts';
import { functions, queues, type Resource, workflows } from '../../../infra/topology.ts';
import { expandStatement, flatten, type Right } from '../../support/aws/statements.ts';
import { ofType, synthesise, type TemplateResource } from '../../support/aws/synthesise.ts';

const { stateful, stateless, edgeAlarms, regions } = synthesise();
/** Of both stacks: what the sign-in calls stands with the people. */
const lambdas = ofType([...stateless, ...stateful], 'AWS::Lambda::Function');
const nameOf = ({ Properties }: TemplateResource): string => Properties.Environment?.Variables?.POWERTOOLS_SERVICE_NAME;
const lambdaOf = (name: string) => lambdas.find((lambda) => nameOf(lambda) === name)!;
const idOf = (attribute: { 'Fn::GetAtt': [string, string] }) => attribute['Fn::GetAtt'][0];
const sorted = (values: Iterable<string>) => [...values].sort();

/** Environment variables every function has, whatever it uses. */
const common = ['CODE_VERSION', 'NODE_OPTIONS', 'POWERTOOLS_SERVICE_NAME'];

function grantsOf(name: string): Right[] {
  const role = idOf(lambdaOf(name).Properties.Role);
  const policies = ofType([...stateless, ...stateful], 'AWS::IAM::Policy').filter(({ Properties }) =>
    Properties.Roles.some((one: { Ref: string }) => one.Ref === role),
  );
  return policies.flatMap(({ Properties }) => Properties.PolicyDocument.Statement.flatMap(expandStatement));
}

const tableActions = (name: string, key: Resource) =>
  grantsOf(name)
    .filter(({ resource }) => marks[key].test(resource))
    .map(({ action }) => action);

/** How an ARN of a resource is recognised in a policy. */
const marks: Record<Resource, RegExp> = {
  RAW_BUCKET: /GetAttRaw\w+Arn/,
  LAKE_BUCKET: /GetAttLake\w+Arn/,
  PUBLIC_BUCKET: /GetAttPublic\w+Arn/,
  SCORE_TABLE: /GetAttScores\w+Arn/,
  LEDGER_TABLE: /GetAttLedger\w+Arn/,
  ATHENA_WORKGROUP: /^arn:aws:athena:.*:workgroup\/dti$/,
  RUN_STATE_MACHINE: /^PeriodRunrunperiodStateMachine\w+$/,
  SIGNING_KEY_SECRET: /SigningKey\w+$/,
  RELEASE_KEY: /ReleaseKeyKey\d{4}\w+Arn/,
  NOTICE_SENDER: /^arn:.*:ses:/,
};
const resourceKeys = Object.keys(marks) as Resource[];
const platform = /^(logs|xray|glue|sqs):/;

describe('functions', () => {
  it('are those of the topology, each once, so that nothing runs that the local runtime does not know', () => {
    expect(sorted(lambdas.map(nameOf))).toEqual(sorted(functions.map(({ name }) => name)));
    const withPeople = functions.filter(({ trigger }) => trigger.kind === 'sign-in').map(({ name }) => name);
    expect(ofType(stateful, 'AWS::Lambda::Function').map(nameOf)).toEqual(withPeople);
  });

  it.each(functions)(
    '$name has the memory and the time the topology gives it',
    ({ name, memoryMb, timeoutSeconds }) => {
      const { MemorySize, Timeout, Runtime, Architectures } = lambdaOf(name).Properties;
      expect({ MemorySize, Timeout }).toEqual({ MemorySize: memoryMb, Timeout: timeoutSeconds });
      expect({ Runtime, Architectures }).toEqual({ Runtime: 'nodejs24.x', Architectures: ['arm64'] });
    },
  );

  it.each(functions)(
    '$name is told exactly the resources it uses and its settings',
    ({ name, uses, settings = [] }) => {
      const told = Object.keys(lambdaOf(name).Properties.Environment.Variables).filter((key) => !common.includes(key));
      expect(sorted(told)).toEqual(sorted([...Object.keys(uses), ...settings]));
    },
  );

  it.each(functions)('$name may touch exactly the resources it is told', ({ name, uses }) => {
    const ours = grantsOf(name).filter(({ action }) => !platform.test(action));
    const touched = ours.map(({ resource }) => resourceKeys.find((key) => marks[key].test(resource)) ?? resource);
    expect(sorted(new Set(touched))).toEqual(sorted(Object.keys(uses)));
  });

  it.each(functions)('$name reads and writes only under its prefixes', ({ name, uses }) => {
    for (const key of ['RAW_BUCKET', 'LAKE_BUCKET', 'PUBLIC_BUCKET'] as const) {
      const keysFor = (wanted: string) =>
        grantsOf(name)
          .filter(({ action, resource }) => action === wanted && marks[key].test(resource))
          .map(({ resource }) => resource.slice(resource.indexOf('/') + 1));
      expect(sorted(keysFor('s3:GetObject'))).toEqual(sorted(uses[key]?.read ?? []));
      expect(sorted(keysFor('s3:PutObject'))).toEqual(sorted(uses[key]?.write ?? []));
      expect(keysFor('s3:ListBucketVersions').length > 0).toBe(uses[key]?.versions ?? false);
    }
  });

  it.each(functions.filter(({ uses }) => uses.ATHENA_WORKGROUP))(
    '$name may look at the databases that Athena looks at, its own and the default one',
    ({ name }) => {
      const databases = grantsOf(name)
        .filter(({ action, resource }) => action === 'glue:GetDatabase' && resource.includes(':database/'))
        .map(({ resource }) => resource.slice(resource.lastIndexOf(':') + 1));
      expect(sorted(databases)).toEqual(['database/default', 'database/dti']);
    },
  );

  it.each(functions)('$name writes items only when the topology says so', ({ name, uses }) => {
    for (const key of ['SCORE_TABLE', 'LEDGER_TABLE'] as const) {
      const actions = tableActions(name, key);
      expect(actions.includes('dynamodb:GetItem')).toBe(uses[key]?.read !== undefined);
      expect(actions.includes('dynamodb:PutItem')).toBe(uses[key]?.write !== undefined);
    }
  });

  it.each(functions)('$name changes nothing in the ledger: it reads there and appends', ({ name }) => {
    const permitted = ['dynamodb:GetItem', 'dynamodb:Query', 'dynamodb:PutItem'];
    expect(tableActions(name, 'LEDGER_TABLE').filter((action) => !permitted.includes(action))).toEqual([]);
  });
});

describe('rights', () => {
  const statements = [...stateful, ...stateless]
    .filter(({ Type }) => Type === 'AWS::IAM::Policy' || Type === 'AWS::IAM::Role')
    .flatMap(({ Properties }) => [
      Properties.PolicyDocument,
      ...(Properties.Policies ?? []).map((one: { PolicyDocument: object }) => one.PolicyDocument),
    ])
    .flatMap((document) => document?.Statement ?? [])
    .flatMap(expandStatement);

  it('name no action by wildcard and delete nothing, in a batch neither, but a message that was dealt with', () => {
    expect(statements.length).toBeGreaterThan(100);
    expect(
      statements.filter(({ action }) => action.includes('*') || /:(Delete(?!LogDelivery|Message)|Batch)/.test(action)),
    ).toEqual([]);
  });

  it('hold for every resource only where a service has none to name', () => {
    const open = new Set(
      statements.filter(({ resource }) => resource === '*').map(({ action }) => action.split(':')[0]!),
    );
    expect(sorted(open)).toEqual(['logs', 'xray']);
    const lambdaOpen = functions.flatMap(({ name }) => grantsOf(name)).filter(({ resource }) => resource === '*');
    expect(sorted(new Set(lambdaOpen.map(({ action }) => action)))).toEqual([
      'xray:PutTelemetryRecords',
      'xray:PutTraceSegments',
    ]);
  });

  it('come from no managed policy, whose content is not ours to review', () => {
    const managed = ofType(stateless, 'AWS::IAM::Role').filter(({ Properties }) => Properties.ManagedPolicyArns);
    expect(managed).toEqual([]);
  });
});

describe('routes', () => {
  const listed = functions.flatMap(({ name, trigger }) =>
    trigger.kind === 'http'
      ? trigger.routes.map((route) => ({ name, key: `${route.method} ${route.path}`, roles: route.roles }))
      : [],
  );
  const routes = ofType(stateless, 'AWS::ApiGatewayV2::Route');

  /** What has no other route: one greedy route leads to all of it, with one right to call and one alarm. */
  const keyOf = ({ name, key }: { name: string; key: string }) =>
    name === 'read-published' ? key.replace(/ .*/, ' /v1/{proxy+}') : key;

  it('are those of the topology', () => {
    const deployed = [...new Set(listed.map(keyOf))];
    expect(sorted(routes.map(({ Properties }) => Properties.RouteKey))).toEqual(sorted(deployed));
  });

  it.each(listed)('$key asks for a token unless it is public, and reaches $name', ({ key, roles, name }) => {
    const { AuthorizationType, AuthorizerId, AuthorizationScopes, Target } = routes.find(
      ({ Properties }) => Properties.RouteKey === keyOf({ name, key }),
    )!.Properties;
    const authorizer = ofType(stateless, 'AWS::ApiGatewayV2::Authorizer')[0]!;
    const open = roles.length === 1 && roles[0] === 'public';
    // The scope is what an ID token lacks, which the authorizer would else take as well.
    expect({ AuthorizationType, id: AuthorizerId?.Ref, AuthorizationScopes }).toEqual(
      open
        ? { AuthorizationType: 'NONE', id: undefined, AuthorizationScopes: undefined }
        : { AuthorizationType: 'JWT', id: authorizer.id, AuthorizationScopes: ['dti/portal'] },
    );
    const integration = stateless.find(({ id }) => flatten(Target) === `integrations/${id}`)!;
    // By the export of the stack that the function stands in.
    expect(JSON.stringify(integration.Properties.IntegrationUri)).toContain(`${lambdaOf(name).id}Arn`);
  });

  it('accept tokens of one issuer for one audience', () => {
    const [authorizer, ...others] = ofType(stateless, 'AWS::ApiGatewayV2::Authorizer');
    expect(others).toEqual([]);
    const { Issuer, Audience } = authorizer!.Properties.JwtConfiguration;
    expect(flatten(Issuer)).toMatch(/SignInPool\w+ProviderURL/);
    expect(Audience.map(flatten)).toEqual([expect.stringMatching(/SignInPoolPortal/)]);
  });
});

describe('the stage of the API', () => {
  const [stage, ...others] = ofType(stateless, 'AWS::ApiGatewayV2::Stage');

  it('is one, throttled for all callers together, and counts each route by itself, as the alarms ask', () => {
    expect(others).toEqual([]);
    expect(stage!.Properties.DefaultRouteSettings).toEqual({
      ThrottlingRateLimit: 100,
      ThrottlingBurstLimit: 200,
      DetailedMetricsEnabled: true,
    });
  });

  it('throttles each public route apart, so that a flood of reading takes no call from who signs in', () => {
    const routes = ofType(stateless, 'AWS::ApiGatewayV2::Route');
    const open = routes.filter(({ Properties }) => Properties.AuthorizationType === 'NONE');
    const keys = open.map(({ Properties }) => Properties.RouteKey).sort();
    expect(keys).toContain('GET /v1/{proxy+}');
    expect(Object.keys(stage!.Properties.RouteSettings).sort()).toEqual(keys);
    for (const settings of Object.values(stage!.Properties.RouteSettings))
      expect(settings).toEqual(stage!.Properties.DefaultRouteSettings);
    // API Gateway refuses settings of a route that is not there.
    expect(stage!.DependsOn).toEqual(expect.arrayContaining(open.map(({ id }) => id)));
  });

  it('logs every call without address or token', () => {
    const format = JSON.parse(stage!.Properties.AccessLogSettings.Format);
    expect(Object.keys(format)).toContain('authorizerError');
    expect(JSON.stringify(format)).not.toMatch(/sourceIp|authorization"|claims/i);
  });
});

describe('queues', () => {
  const keyPatternsOf = ({ keyPrefix, keySuffix, alsoKey }: (typeof queues)[number]['source']) => [
    keySuffix === undefined ? { prefix: keyPrefix } : { wildcard: `${keyPrefix}*${keySuffix}` },
    ...(alsoKey === undefined ? [] : [alsoKey]),
  ];
  const all = ofType(stateless, 'AWS::SQS::Queue');
  const withDlq = all.filter(({ Properties }) => Properties.RedrivePolicy);

  it('are those of the topology, each with a DLQ of its own', () => {
    expect(withDlq).toHaveLength(queues.length);
    const daily = functions.filter(({ trigger }) => trigger.kind === 'schedule').length;
    expect(all).toHaveLength(2 * queues.length + daily);
    const targets = withDlq.map(({ Properties }) => idOf(Properties.RedrivePolicy.deadLetterTargetArn));
    expect(new Set(targets).size).toBe(queues.length);
  });

  it.each(queues)('$queue gives up after its tries and is fed by its prefix', ({ queue, maxReceives, source }) => {
    const found = withDlq.find(({ id }) => id.includes(queue.replaceAll('-', '')))!;
    const rules = ofType(stateless, 'AWS::Events::Rule');
    expect(rules).toHaveLength(queues.length);
    const rule = rules.find(({ Properties }) => idOf(Properties.Targets[0].Arn) === found.id);
    expect(found.Properties.RedrivePolicy.maxReceiveCount).toBe(maxReceives);
    expect(rule!.Properties.EventPattern).toMatchObject({
      source: ['aws.s3'],
      'detail-type': [source.detailType],
      detail: { object: { key: keyPatternsOf(source) } },
    });
    const buckets: Record<string, RegExp> = {
      RAW_BUCKET: /RefRaw/,
      LAKE_BUCKET: /RefLake/,
      PUBLIC_BUCKET: /RefPublic/,
    };
    expect(flatten(rule!.Properties.EventPattern.detail.bucket)).toMatch(buckets[source.bucket]!);
  });

  it.each(queues)(
    '$queue hides a message longer than six runs of its consumer, and hears of the one that failed',
    ({ queue, maxConcurrency }) => {
      const consumer = functions.find(({ trigger }) => trigger.kind === 'queue' && trigger.queue === queue)!;
      const mapping = ofType(stateless, 'AWS::Lambda::EventSourceMapping').find(
        ({ Properties }) => Properties.FunctionName.Ref === lambdaOf(consumer.name).id,
      )!;
      const source = stateless.find(({ id }) => id === idOf(mapping.Properties.EventSourceArn))!;
      expect(source.Properties.VisibilityTimeout).toBeGreaterThanOrEqual(6 * consumer.timeoutSeconds);
      expect(mapping.Properties.FunctionResponseTypes).toEqual(['ReportBatchItemFailures']);
      expect(mapping.Properties.ScalingConfig?.MaximumConcurrency).toBe(maxConcurrency);
    },
  );
});

describe('workflows', () => {
  it.each(workflows)('$workflow calls the functions the topology puts in its states', ({ workflow, file }) => {
    const definition = JSON.parse(readFileSync(`${projectRoot}${file}`, 'utf8'));
    const [machine] = ofType(stateless, 'AWS::StepFunctions::StateMachine');
    const steps = functions.flatMap(({ name, trigger }) =>
      trigger.kind === 'workflow' && trigger.workflow === workflow ? [{ name, state: trigger.state }] : [],
    );
    const states = statesOf(definition.States);
    const tasks = Object.keys(states).filter((state) => states[state]!.Type === 'Task');
    expect(sorted(tasks)).toEqual(sorted(steps.map(({ state }) => state)));
    for (const { name, state } of steps) {
      expect(states[state]!.Resource).toBe(`\${${name}}`);
      expect(idOf(machine!.Properties.DefinitionSubstitutions[name])).toBe(lambdaOf(name).id);
    }
    expect(Object.keys(machine!.Properties.DefinitionSubstitutions)).toHaveLength(steps.length);
  });

  it.each(workflows)('$workflow times out, but only after every step has had all its tries', ({ workflow, file }) => {
    const { TimeoutSeconds, ...definition } = JSON.parse(readFileSync(`${projectRoot}${file}`, 'utf8'));
    const states = statesOf(definition.States);
    const longest = functions
      .flatMap(({ timeoutSeconds, trigger }) =>
        trigger.kind === 'workflow' && trigger.workflow === workflow ? [{ timeoutSeconds, state: trigger.state }] : [],
      )
      .reduce((sum, { timeoutSeconds, state }) => sum + timeoutSeconds * (1 + triesAgain(states[state]!)), 0);
    expect(TimeoutSeconds).toBeGreaterThan(longest);
  });
});

interface State {
  Type: string;
  Resource?: string;
  Retry?: { MaxAttempts: number }[];
  /** Of a Map. */
  ItemProcessor?: { States: Record<string, State> };
}

/** Those inside a Map too. */
const statesOf = (states: Record<string, State>): Record<string, State> =>
  Object.assign(
    {},
    states,
    ...Object.values(states).map(({ ItemProcessor: inner }) => inner && statesOf(inner.States)),
  );

const triesAgain = ({ Retry = [] }: { Retry?: { MaxAttempts: number }[] }): number =>
  Retry.reduce((sum, { MaxAttempts }) => sum + MaxAttempts, 0);

describe('schedules', () => {
  const scheduled = functions.flatMap(({ name, trigger }) =>
    trigger.kind === 'schedule' ? [{ name, at: trigger.at }] : [],
  );
  const all = ofType(stateless, 'AWS::Scheduler::Schedule');

  it('are those of the topology', () => {
    const minutes = functions.filter(({ everyMinute }) => everyMinute).length;
    const fed = queues.filter(({ dailyAt }) => dailyAt).length;
    expect(all).toHaveLength(scheduled.length + minutes + fed);
  });

  it.each(scheduled)(
    '$name is called at $at in Vietnam, for that moment, with the right to nothing else',
    ({ name, at }) => {
      const schedule = all.find(({ Properties }) => idOf(Properties.Target.Arn) === lambdaOf(name).id)!;
      const [hour, minute] = at.split(':').map(Number);
      const { ScheduleExpression, ScheduleExpressionTimezone, Target, State } = schedule.Properties;
      expect(ScheduleExpression).toMatch(new RegExp(`^cron\\(0?${minute} 0?${hour} \\* \\* \\? \\*\\)$`));
      expect({ ScheduleExpressionTimezone, State }).toEqual({
        ScheduleExpressionTimezone: 'Asia/Ho_Chi_Minh',
        State: 'ENABLED',
      });
      expect(JSON.parse(Target.Input)).toEqual({ scheduled_at: '<aws.scheduler.scheduled-time>' });
    },
  );
});

describe('what the morning missed', () => {
  it('waits in a queue, whether it could not be called or failed, and rings', () => {
    const daily = ofType(stateless, 'AWS::Scheduler::Schedule').find(
      ({ Properties }) => Properties.Target.DeadLetterConfig,
    );
    const dead = idOf(daily!.Properties.Target.DeadLetterConfig.Arn);
    const [invoked] = ofType(stateless, 'AWS::Lambda::EventInvokeConfig');
    expect(idOf(invoked!.Properties.DestinationConfig.OnFailure.Destination)).toBe(dead);
    const alarm = ofType(stateless, 'AWS::CloudWatch::Alarm').find(
      ({ Properties }) => Properties.AlarmName === 'remind-units-failed',
    )!;
    expect(alarm.Properties.Dimensions).toEqual([{ Name: 'QueueName', Value: { 'Fn::GetAtt': [dead, 'QueueName'] } }]);
  });
});

describe('roles of the scheduler', () => {
  it('are taken by schedules of this account alone', () => {
    const roles = ofType(stateless, 'AWS::IAM::Role')
      .map(({ Properties }) => Properties.AssumeRolePolicyDocument.Statement[0])
      .filter(({ Principal }) => Principal.Service === 'scheduler.amazonaws.com');
    expect(roles.length).toBeGreaterThan(2);
    for (const { Condition } of roles)
      expect(Condition.StringEquals['aws:SourceAccount']).toEqual({ Ref: 'AWS::AccountId' });
  });
});

describe('alarms', () => {
  const alarms = ofType(stateless, 'AWS::CloudWatch::Alarm');
  const expected = [
    ...queues.map(({ queue }) => `${queue}-dlq-not-empty`),
    ...workflows.flatMap(({ workflow }) => [`${workflow}-failed`, `${workflow}-timed-out`]),
    ...functions.filter(({ trigger }) => trigger.kind === 'http').map(({ name }) => `${name}-5xx`),
    ...functions
      .filter(({ trigger, everyMinute }) => trigger.kind === 'schedule' || everyMinute)
      .map(({ name }) => `${name}-failed`),
    'functions-throttled',
  ];

  it('watch every queue, workflow and HTTP function, and whether the account runs as many as it may', () => {
    expect(sorted(alarms.map(({ Properties }) => Properties.AlarmName))).toEqual(sorted(expected));
  });

  it.each(alarms.map(({ Properties }) => Properties))(
    '$AlarmName says who is hurt, where to look, and tells someone',
    (alarm) => {
      const [topic] = ofType(stateful, 'AWS::SNS::Topic');
      expect(alarm.AlarmDescription).toMatch(
        new RegExp(`^[A-Z].{30,}\\. Runbook: docs/runbook\\.md#${alarm.AlarmName}$`),
      );
      expect(JSON.stringify(alarm.AlarmActions)).toContain(`ExportsOutputRef${topic!.id}`);
    },
  );

  it('count what is turned away of all functions together, since none has a share of its own', () => {
    const throttled = alarms.find(({ Properties }) => Properties.AlarmName === 'functions-throttled')!.Properties;
    expect(throttled).toMatchObject({ Namespace: 'AWS/Lambda', MetricName: 'Throttles', Threshold: 0 });
    expect(throttled.Dimensions).toBeUndefined();
    for (const { Properties } of lambdas) expect(Properties.ReservedConcurrentExecutions).toBeUndefined();
  });

  it('watch both sites where CloudFront counts, by a topic there', () => {
    expect(regions).toEqual({ edge: 'ap-southeast-1', edgeAlarms: 'us-east-1' });
    const watching = ofType(edgeAlarms, 'AWS::CloudWatch::Alarm').map(({ Properties }) => Properties);
    const [topic] = ofType(edgeAlarms, 'AWS::SNS::Topic');
    const ids = { 'public-site-5xx-rate': 'ESITE', 'portal-site-5xx-rate': 'EPORTAL' };
    expect(sorted(watching.map(({ AlarmName }) => AlarmName))).toEqual(sorted(Object.keys(ids)));
    for (const { AlarmName, AlarmActions, OKActions, ...alarm } of watching) {
      expect([AlarmActions, OKActions]).toEqual([[{ Ref: topic!.id }], [{ Ref: topic!.id }]]);
      expect(alarm).toMatchObject({
        ...{ Namespace: 'AWS/CloudFront', MetricName: '5xxErrorRate', Statistic: 'Average', Period: 300, Threshold: 5 },
        Dimensions: [
          { Name: 'DistributionId', Value: ids[AlarmName as keyof typeof ids] },
          { Name: 'Region', Value: 'Global' },
        ],
      });
    }
  });

  it('may publish to the topic, whose own policy would otherwise shut them out', () => {
    const [policy] = ofType(stateful, 'AWS::SNS::TopicPolicy');
    const allowed = policy!.Properties.PolicyDocument.Statement.filter(
      ({ Effect }: { Effect: string }) => Effect === 'Allow',
    );
    expect(allowed).toMatchObject([
      { Action: 'sns:Publish', Principal: { Service: 'cloudwatch.amazonaws.com' } },
      { Action: 'sns:Publish', Principal: { Service: 'ses.amazonaws.com' } },
    ]);
  });
});

/** What is refused only at deployment; resources of a stack the library counts by itself. */
describe('limits of AWS', () => {
  const sizeOf = (value: unknown) => Buffer.byteLength(JSON.stringify(value));

  it('hold for environments of functions, rights of roles, metrics of alarms and code at the edge', () => {
    const largest = (type: string, measure: (properties: TemplateResource['Properties']) => number) =>
      Math.max(...ofType(stateless, type).map(({ Properties }) => measure(Properties)));
    expect(largest('AWS::Lambda::Function', ({ Environment }) => sizeOf(Environment.Variables))).toBeLessThan(4096);
    expect(largest('AWS::IAM::Policy', ({ PolicyDocument }) => sizeOf(PolicyDocument))).toBeLessThan(10_240);
    // The expression is listed among them.
    expect(largest('AWS::CloudWatch::Alarm', ({ Metrics = [] }) => Metrics.length - 1)).toBeLessThanOrEqual(10);
    expect(largest('AWS::CloudFront::Function', ({ FunctionCode }) => FunctionCode.length)).toBeLessThan(10_240);
    const behaviours = ({ DistributionConfig }: TemplateResource['Properties']) =>
      DistributionConfig.CacheBehaviors.length + 1;
    expect(largest('AWS::CloudFront::Distribution', behaviours)).toBeLessThanOrEqual(25);
  });
});
