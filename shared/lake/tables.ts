import { Fault } from '../observability/fault.ts';

/**
 * A table of the lake, defined once: Glue, the Parquet writer, the local views and the data dictionary read it here. Each
 * is partitioned by `run_id`, so a run scans its own rows and no history.
 */
export interface Column {
  name: string;
  /** Athena type. Fractions are scaled integers: decimal division differs between engines (ADR exact-arithmetic). */
  type: 'varchar' | 'bigint' | 'boolean';
  nullable?: true;
  /** Of a file that goes out: the integer is a decimal with so many places, and stands in it as one. */
  decimals?: number;
  description: string;
}

export interface Table {
  table: string;
  description: string;
  /** One row per … */
  grain: string;
  columns: Column[];
}

/** Glue and Athena database of the tables below. */
export const lakeDatabase = 'dti';

const unitId: Column = { name: 'unit_id', type: 'varchar', description: 'Stable id of the unit in the registry' };

/** What a run is scored from. What it is scored to stands in `shared/scoring/sql/output-tables.ts`. */
export const frozenTables: Table[] = [
  {
    table: 'frozen_framework',
    description: 'Scales of the framework in force',
    grain: 'run',
    columns: [
      { name: 'framework_id', type: 'varchar', description: 'Id of the framework' },
      { name: 'framework_sha256', type: 'varchar', description: 'Hash of its canonical JSON' },
      { name: 'value_scale', type: 'bigint', description: '10 to the decimals of a published value' },
      { name: 'points_scale', type: 'bigint', description: '10 to the decimals of points' },
      {
        name: 'minimum_answered_scaled',
        type: 'bigint',
        description: 'Share of the indicators that a unit must have answered to be ranked, times share_scale',
      },
      {
        name: 'digit_base',
        type: 'bigint',
        description: 'Base of the digits in which points are divided, so that every step fits 64 bits',
      },
      { name: 'share_scale', type: 'bigint', description: 'What stands for the whole of that share: 100 for percents' },
    ],
  },
  {
    table: 'frozen_indicators',
    description: 'Indicators of the framework that are assessed this round',
    grain: 'indicator',
    columns: [
      { name: 'indicator', type: 'varchar', description: 'Code of the indicator' },
      { name: 'position', type: 'bigint', description: 'Order in the framework, from 1' },
      { name: 'main_index', type: 'varchar', description: 'Main index it adds to' },
      { name: 'rule', type: 'varchar', description: 'Scoring rule' },
      { name: 'max_points_scaled', type: 'bigint', description: 'Maximum points times points_scale' },
      { name: 'input_scale', type: 'bigint', description: '10 to the decimals of its declared figures' },
      { name: 'target_scaled', type: 'bigint', description: 'What earns the maximum, times target_scale; else 1' },
      { name: 'target_scale', type: 'bigint', description: '10 to the decimals of the target' },
      {
        name: 'zero_denominator',
        type: 'varchar',
        description: 'What a denominator of zero makes of it: not_applicable or zero_points',
      },
    ],
  },
  {
    table: 'frozen_inputs',
    description: 'Figures that the assessed indicators ask for',
    grain: 'indicator and input',
    columns: [
      { name: 'indicator', type: 'varchar', description: 'Code of the indicator' },
      { name: 'input', type: 'varchar', description: 'Which figure of the indicator' },
      {
        name: 'minimum_scaled',
        type: 'bigint',
        nullable: true,
        description: 'Least value times input_scale; NULL: open',
      },
      {
        name: 'maximum_scaled',
        type: 'bigint',
        nullable: true,
        description: 'Greatest value times input_scale; NULL: open',
      },
    ],
  },
  {
    table: 'frozen_tiers',
    description: 'Steps of a count, options of a choice, parts of a sum',
    grain: 'indicator and tier',
    columns: [
      { name: 'indicator', type: 'varchar', description: 'Code of the indicator' },
      { name: 'tier', type: 'varchar', description: 'Key of the tier, a whole number' },
      { name: 'key_scaled', type: 'bigint', description: 'The key times input_scale, to compare with figures' },
      { name: 'part_input', type: 'varchar', description: 'Figure that answers for it where it is a part: part_<key>' },
      { name: 'points_scaled', type: 'bigint', description: 'Points it earns times points_scale' },
    ],
  },
  {
    table: 'frozen_measures',
    description: 'What is published: total, main indices, pillars',
    grain: 'measure',
    columns: [
      { name: 'measure', type: 'varchar', description: 'Code of the measure' },
      { name: 'position', type: 'bigint', description: 'Order of publication, from 1' },
      { name: 'kind', type: 'varchar', description: 'total, main_index or pillar' },
      { name: 'ranked', type: 'boolean', description: 'Whether ranks of it are published' },
    ],
  },
  {
    table: 'frozen_measure_parts',
    description: 'Main indices that a measure adds up; pillars overlap',
    grain: 'measure and main index',
    columns: [
      { name: 'measure', type: 'varchar', description: 'Code of the measure' },
      { name: 'main_index', type: 'varchar', description: 'Code of the main index' },
    ],
  },
  {
    table: 'frozen_units',
    description: 'Members of the group in the period',
    grain: 'unit',
    columns: [
      unitId,
      { name: 'name_vi', type: 'varchar', description: 'Name on the last day of its validity' },
      { name: 'submitted', type: 'boolean', description: 'Whether an accepted submission is in this run' },
      { name: 'ranked', type: 'boolean', description: 'Whether its group is ranked' },
    ],
  },
  {
    table: 'frozen_observations',
    description: 'Declared figures, each with the cell it came from',
    grain: 'unit, indicator and input',
    columns: [
      unitId,
      { name: 'indicator', type: 'varchar', description: 'Code of the indicator' },
      { name: 'input', type: 'varchar', description: 'Which figure of the indicator' },
      { name: 'value_scaled', type: 'bigint', description: 'Declared value times input_scale of its indicator' },
      { name: 'submission_sha256', type: 'varchar', description: 'Hash of the workbook as received' },
      { name: 'sheet', type: 'varchar', nullable: true, description: 'Sheet of the workbook' },
      { name: 'cell', type: 'varchar', nullable: true, description: 'Cell of the sheet' },
    ],
  },
  {
    table: 'frozen_answers',
    description: 'Answers that are not plainly a declared figure; without a row here an indicator is answered',
    grain: 'unit and indicator',
    columns: [
      unitId,
      { name: 'indicator', type: 'varchar', description: 'Code of the indicator' },
      { name: 'state', type: 'varchar', description: 'carried, not_applicable, not_due or not_answered' },
      {
        name: 'carried_from',
        type: 'varchar',
        nullable: true,
        description: 'Period that the figures were declared for; NULL: they were not carried',
      },
    ],
  },
  {
    table: 'frozen_appraisals',
    description: "The ministry's decisions on points",
    grain: 'unit and indicator',
    columns: [
      unitId,
      { name: 'indicator', type: 'varchar', description: 'Code of the indicator' },
      { name: 'points_scaled', type: 'bigint', description: 'Appraised points times points_scale' },
      {
        name: 'reason',
        type: 'varchar',
        nullable: true,
        description: 'Why; NULL: none was given, or the framework does not publish reasons',
      },
    ],
  },
  {
    table: 'frozen_predecessor_scores',
    description: 'Published main indices of the units that a successor was formed from',
    grain: 'successor unit, predecessor and main index',
    columns: [
      { name: 'unit_id', type: 'varchar', description: 'Stable id of the successor' },
      { name: 'predecessor_id', type: 'varchar', description: 'Stable id of the predecessor' },
      { name: 'measure', type: 'varchar', description: 'Code of the main index' },
      {
        name: 'value_scaled',
        type: 'bigint',
        nullable: true,
        description: 'Published value times value_scale; NULL: none was published',
      },
    ],
  },
];

export function tableOf(name: string): Table {
  const table = frozenTables.find((candidate) => candidate.table === name);
  if (!table) throw new Fault('TABLE_UNKNOWN', `${name} is not a table of the lake`);
  return table;
}
