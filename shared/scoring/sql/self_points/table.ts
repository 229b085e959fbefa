import type { OutputTable } from '../output-table.ts';

export const selfPoints: OutputTable = {
  table: 'self_points',
  description: "Points by a unit's own figures",
  grain: 'submitted unit and assessed indicator',
  columns: [
    { name: 'unit_id', type: 'varchar', description: 'Stable id of the unit in the registry' },
    { name: 'indicator', type: 'varchar', description: 'Code of the indicator' },
    { name: 'main_index', type: 'varchar', description: 'Main index it adds to' },
    { name: 'position', type: 'bigint', description: 'Order of the indicator in the framework' },
    {
      name: 'state',
      type: 'varchar',
      description: 'State of the answer; a zero denominator may make it not_applicable',
    },
    {
      name: 'self_points_scaled',
      type: 'bigint',
      nullable: true,
      description: 'Points times points_scale; NULL: it leaves the maximum, or a figure is missing',
    },
    { name: 'max_points_scaled', type: 'bigint', description: 'Times points_scale; zero where it leaves the maximum' },
  ],
  reads: ['unit_answers', 'frozen_indicators', 'fraction_points', 'tier_points'],
  orderBy: ['unit_id', 'position'],
  checks: [],
};
