import { Fn } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import {
  type CfnStage,
  HttpApi,
  HttpMethod,
  HttpNoneAuthorizer,
  HttpStage,
  LogGroupLogDestination,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { MathExpression, Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import type { Route } from '../topology.ts';
import { acknowledge } from './acknowledge.ts';
import type { PipelineFunction } from './pipeline-function.ts';
import { alarmPeriod, RunbookAlarm } from './runbook-alarm.ts';

export interface PipelineApiProps {
  /** OIDC issuer and audience of accepted access tokens. */
  issuer: string;
  audience: string;
  /** Clients of units' own systems; none where the property is absent. */
  systems?: readonly string[];
  alarmTopic: ITopic;
}

/** The HTTP API. A capability adds the routes of its functions; a route is open only when its only role is `public`. */
export class PipelineApi extends Construct {
  private readonly api: HttpApi;
  private readonly stage: HttpStage;
  private readonly authorizer: HttpJwtAuthorizer;
  private readonly alarmTopic: ITopic;
  /** By route key, as CloudFormation has it. */
  private readonly apart: Record<string, typeof throttle> = {};

  constructor(scope: Construct, id: string, props: PipelineApiProps) {
    super(scope, id);
    this.alarmTopic = props.alarmTopic;
    this.authorizer = new HttpJwtAuthorizer('SignIn', props.issuer, {
      jwtAudience: [props.audience, ...(props.systems ?? [])],
    });
    this.api = new HttpApi(this, 'Api', { createDefaultStage: false });
    this.stage = new HttpStage(this, 'Stage', {
      httpApi: this.api,
      autoDeploy: true,
      detailedMetricsEnabled: true,
      throttle: { rateLimit: throttle.ThrottlingRateLimit, burstLimit: throttle.ThrottlingBurstLimit },
      accessLogSettings: {
        destination: new LogGroupLogDestination(new LogGroup(this, 'Logs', { retention: RetentionDays.ONE_YEAR })),
        format: accessLogFormat,
      },
    });
    (this.stage.node.defaultChild as CfnStage).routeSettings = this.apart;
  }

  /** Host of the API, for the distribution in front of it. */
  get domainName(): string {
    return Fn.select(2, Fn.split('/', this.api.apiEndpoint));
  }

  /** Routes the function's paths to it and rings when it answers with a fault. `impact`: who is hurt then. */
  addFunction(target: PipelineFunction, impact: string): void {
    const { name, trigger } = target.spec;
    if (trigger.kind !== 'http') throw new Error(`${name} has no routes in infra/topology.ts`);
    const integration = new HttpLambdaIntegration(name, target.lambda);
    const routes = withoutCovered(trigger.routes);
    for (const route of routes) {
      const authorizer = isPublic(route) ? new HttpNoneAuthorizer() : this.authorizer;
      const added = this.api.addRoutes({
        path: route.path,
        methods: [HttpMethod[route.method]],
        integration,
        authorizer,
        ...(isPublic(route) ? {} : { authorizationScopes: [portalScope] }),
      });
      if (!isPublic(route)) continue;
      for (const one of added) acknowledge(one, publicRoute);
      this.apart[`${route.method} ${route.path}`] = throttle;
      // A stage cannot name a route that is not there yet.
      this.stage.node.addDependency(...added);
    }
    const metric = this.faultMetric(routes);
    new RunbookAlarm(this, `${name}-5xx`, { metric, impact, topic: this.alarmTopic });
  }

  /** Counts at the API: a handler turns its faults into answers, which Lambda does not count as errors. */
  private faultMetric(routes: Route[]): MathExpression {
    const usingMetrics = Object.fromEntries(routes.map((route, index) => [`m${index}`, this.routeMetric(route)]));
    return new MathExpression({ expression: 'SUM(METRICS())', usingMetrics, period: alarmPeriod });
  }

  private routeMetric({ method, path }: Route): Metric {
    return new Metric({
      namespace: 'AWS/ApiGateway',
      metricName: '5xx',
      statistic: 'sum',
      period: alarmPeriod,
      dimensionsMap: { ApiId: this.api.apiId, Stage: this.stage.stageName, Method: method, Resource: path },
    });
  }
}

/** What a greedy route of the same function leads to it in any case needs no route of its own. */
function withoutCovered(routes: Route[]): Route[] {
  const greedy = routes.filter(({ path }) => path.endsWith('+}'));
  const covers = (one: Route, { method, path }: Route) =>
    one.method === method && one.path !== path && path.startsWith(one.path.replace(/\{\w+\+\}$/, ''));
  return routes.filter((route) => !greedy.some((one) => covers(one, route)));
}

const isPublic = ({ roles }: Route): boolean => roles.length === 1 && roles[0] === 'public';

/**
 * Behind the cache, for all callers together: what keeps one of them from using up the account's Lambdas. Each public route
 * has it to itself: whoever asks the public API for everything leaves the officers theirs.
 */
const throttle = { ThrottlingRateLimit: 100, ThrottlingBurstLimit: 200, DetailedMetricsEnabled: true };

/** An ID token carries no scope, and the authorizer cannot tell it from an access token by anything else. */
const portalScope = 'dti/portal';

const publicRoute = {
  'AwsSolutions-APIG4': 'Public reading: the role of this route in infra/topology.ts is `public`.',
};

/** No address, no token: who called stands in the claims the function logs. */
const accessLogFormat = AccessLogFormat.custom(
  JSON.stringify({
    requestId: '$context.requestId',
    time: '$context.requestTime',
    route: '$context.routeKey',
    status: '$context.status',
    latencyMs: '$context.responseLatency',
    error: '$context.error.message',
    authorizerError: '$context.authorizer.error',
  }),
);
