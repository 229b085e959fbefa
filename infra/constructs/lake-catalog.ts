import { ArnFormat, Aws, Stack } from 'aws-cdk-lib';
import { CfnWorkGroup } from 'aws-cdk-lib/aws-athena';
import { CfnDatabase, CfnTable } from 'aws-cdk-lib/aws-glue';
import type { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { tableKey } from '../../shared/lake/keys.ts';
import { type Column, lakeDatabase, type Table } from '../../shared/lake/tables.ts';
import { lakeTables } from '../../shared/scoring/sql/output-tables.ts';
import { queryResultPrefix } from './buckets.ts';
import { allow } from './grants.ts';

/** A run reads a few megabytes; a query that would scan more has lost its partition. */
const scannedBytesCutoff = 1024 ** 3;

/** Glue tables of the lake and the only workgroup that queries them. */
export class LakeCatalog extends Construct {
  readonly workgroupName = lakeDatabase;
  private readonly lake: IBucket;

  constructor(scope: Construct, id: string, props: { lake: IBucket }) {
    super(scope, id);
    this.lake = props.lake;
    const database = new CfnDatabase(this, 'Database', {
      catalogId: Aws.ACCOUNT_ID,
      databaseInput: { name: lakeDatabase, description: 'Frozen inputs and scores of runs' },
    });
    for (const table of lakeTables) this.addTable(table).addResourceDependency(database);
    this.addWorkgroup();
  }

  /** What Athena does in the caller's name beyond reading and writing objects, which the caller's own keys grant. */
  queryStatements(): PolicyStatement[] {
    const athena = ['StartQueryExecution', 'GetQueryExecution', 'GetQueryResults', 'StopQueryExecution'];
    return [
      allow(
        athena.map((action) => `athena:${action}`),
        [Stack.of(this).formatArn({ service: 'athena', resource: 'workgroup', resourceName: this.workgroupName })],
      ),
      allow(['glue:GetDatabase', 'glue:GetTable', 'glue:GetPartitions'], this.catalogArns()),
      // Athena looks for this database before every query, whichever the query names.
      allow(['glue:GetDatabase'], [this.glueArn('database', 'default')]),
      allow(['s3:GetBucketLocation', 's3:ListBucketMultipartUploads'], [this.lake.bucketArn]),
      allow(
        ['s3:AbortMultipartUpload', 's3:ListMultipartUploadParts'],
        [this.lake.arnForObjects(`${queryResultPrefix}*`)],
      ),
    ];
  }

  private catalogArns(): string[] {
    const tables = lakeTables.map(({ table }) => this.glueArn('table', `${lakeDatabase}/${table}`));
    return [this.glueArn('catalog'), this.glueArn('database', lakeDatabase), ...tables];
  }

  private glueArn(resource: string, resourceName?: string): string {
    const name = resourceName ? { resourceName } : { arnFormat: ArnFormat.NO_RESOURCE_NAME };
    return Stack.of(this).formatArn({ service: 'glue', resource, ...name });
  }

  /** Athena computes the partition from the query's `run_id`: no crawler, no partition to register, no full scan. */
  private addTable({ table, description, grain, columns }: Table): CfnTable {
    const location = `s3://${this.lake.bucketName}/${tableKey(table, '').split('run_id=')[0]}`;
    return new CfnTable(this, table, {
      catalogId: Aws.ACCOUNT_ID,
      databaseName: lakeDatabase,
      tableInput: {
        name: table,
        description: `${description}; one row per ${grain}`,
        tableType: 'EXTERNAL_TABLE',
        parameters: {
          classification: 'parquet',
          'projection.enabled': 'true',
          'projection.run_id.type': 'injected',
          // biome-ignore lint/suspicious/noTemplateCurlyInString: Athena's placeholder, not ours
          'storage.location.template': `${location}run_id=${'${run_id}'}/`,
        },
        partitionKeys: [{ name: 'run_id', type: 'string', comment: 'Run that the rows belong to' }],
        storageDescriptor: {
          columns: columns.map(glueColumn),
          location,
          inputFormat: 'org.apache.hadoop.hive.ql.io.parquet.MapredParquetInputFormat',
          outputFormat: 'org.apache.hadoop.hive.ql.io.parquet.MapredParquetOutputFormat',
          serdeInfo: { serializationLibrary: 'org.apache.hadoop.hive.ql.io.parquet.serde.ParquetHiveSerDe' },
        },
      },
    });
  }

  private addWorkgroup(): void {
    new CfnWorkGroup(this, 'Workgroup', {
      name: this.workgroupName,
      description: 'Scoring queries',
      recursiveDeleteOption: true,
      workGroupConfiguration: {
        engineVersion: { selectedEngineVersion: 'Athena engine version 3' },
        // A client can neither send results elsewhere nor lift the cut-off.
        enforceWorkGroupConfiguration: true,
        publishCloudWatchMetricsEnabled: true,
        bytesScannedCutoffPerQuery: scannedBytesCutoff,
        resultConfiguration: {
          outputLocation: `s3://${this.lake.bucketName}/${queryResultPrefix}`,
          encryptionConfiguration: { encryptionOption: 'SSE_S3' },
          expectedBucketOwner: Aws.ACCOUNT_ID,
        },
      },
    });
  }
}

/** Glue speaks Hive: its `varchar` has a length, `string` has none. */
const glueColumn = ({ name, type, description }: Column): CfnTable.ColumnProperty => ({
  name,
  type: type === 'varchar' ? 'string' : type,
  comment: description,
});
