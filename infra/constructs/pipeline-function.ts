import { Duration } from 'aws-cdk-lib';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, Runtime, Tracing } from 'aws-cdk-lib/aws-lambda';
import {
  type BundlingOptions,
  type ICommandHooks,
  LogLevel,
  NodejsFunction,
  OutputFormat,
} from 'aws-cdk-lib/aws-lambda-nodejs';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { bundle, entryOf, projectRoot } from '../bundling.ts';
import type { FunctionSpec, Resource, Setting } from '../topology.ts';
import { acknowledge } from './acknowledge.ts';
import { type Grant, grantAccess } from './grants.ts';
import { functionSpec, type Resources } from './resources.ts';

export interface PipelineFunctionProps {
  resources: Partial<Resources>;
  /** Values of the settings that the topology lists. */
  settings?: Partial<Record<Setting, string>>;
  /** Commands that add files beside the bundle. */
  commandHooks?: ICommandHooks;
  /** Commit the code is from; reaches the function as `CODE_VERSION`. */
  codeVersion: string;
}

/**
 * One function of the topology; its id is the function's name. It gets one environment variable per resource it uses
 * and exactly the rights listed there: the role starts empty, without a managed policy.
 */
export class PipelineFunction extends Construct {
  readonly spec: FunctionSpec;
  readonly lambda: NodejsFunction;

  constructor(scope: Construct, id: string, props: PipelineFunctionProps) {
    super(scope, id);
    this.spec = functionSpec(id);
    const grants = this.grants(props.resources);
    const role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    const logGroup = new LogGroup(this, 'Logs', { retention: RetentionDays.SIX_MONTHS });
    logGroup.grantWrite(role);
    for (const { statements } of Object.values(grants)) for (const one of statements) role.addToPolicy(one);

    this.lambda = new NodejsFunction(this, 'Function', {
      entry: entryOf(id),
      projectRoot,
      depsLockFilePath: `${projectRoot}package-lock.json`,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      memorySize: this.spec.memoryMb,
      timeout: Duration.seconds(this.spec.timeoutSeconds),
      tracing: Tracing.ACTIVE,
      role,
      logGroup,
      bundling: { ...bundling, ...(props.commandHooks ? { commandHooks: props.commandHooks } : {}) },
      environment: {
        ...Object.fromEntries(Object.entries(grants).map(([key, { value }]) => [key, value])),
        ...this.settings(props),
        CODE_VERSION: props.codeVersion,
        POWERTOOLS_SERVICE_NAME: id,
        NODE_OPTIONS: '--enable-source-maps',
      },
    });
    this.acknowledgeWildcards(role, Object.values(grants));
  }

  private grants(resources: Partial<Resources>): Record<string, Grant> {
    const uses = Object.entries(this.spec.uses) as [Resource, NonNullable<FunctionSpec['uses'][Resource]>][];
    return Object.fromEntries(uses.map(([key, access]) => [key, grantAccess(key, resources, access)]));
  }

  private settings({ settings = {} }: PipelineFunctionProps): Record<string, string> {
    const told = (key: Setting) => {
      const value = settings[key];
      if (value === undefined) throw new Error(`${this.spec.name} needs the setting ${key}`);
      return [key, value];
    };
    return Object.fromEntries((this.spec.settings ?? []).map(told));
  }

  private acknowledgeWildcards(role: Role, grants: Grant[]): void {
    acknowledge(role, {
      'AwsSolutions-IAM5[Resource::*]':
        'X-Ray has no resource to name; the statement holds its two write actions only.',
    });
    for (const resource of grants.flatMap(({ wildcards }) => wildcards)) {
      acknowledge(role, {
        [`AwsSolutions-IAM5[Resource::${resource}]`]: `Keys come from content; infra/topology.ts gives ${this.spec.name} this prefix and no more.`,
      });
    }
  }
}

/**
 * The SDK is bundled rather than taken from the runtime: what runs is the version the tests ran with. It costs half a
 * megabyte a function and no time: a shaken file imports as fast as the unbundled packages do.
 */
const bundling: BundlingOptions = {
  format: OutputFormat.ESM,
  target: bundle.target,
  minify: bundle.minify,
  mainFields: bundle.mainFields,
  banner: bundle.banner,
  sourceMap: true,
  sourcesContent: false,
  externalModules: [],
  logLevel: LogLevel.WARNING,
  esbuildArgs: { '--alias': Object.entries(bundle.alias).map(([name, path]) => `${name}=${path}`) },
};
