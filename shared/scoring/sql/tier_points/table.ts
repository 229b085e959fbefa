import type { OutputTable } from '../output-table.ts';

export const tierPoints: OutputTable = {
  table: 'tier_points',
  description: 'Points of indicators with steps, options or parts, not yet kept within their maximum',
  grain: 'unit and indicator with a figure',
  columns: [
    { name: 'unit_id', type: 'varchar', description: 'Stable id of the unit in the registry' },
    { name: 'indicator', type: 'varchar', description: 'Code of the indicator' },
    {
      name: 'points_scaled',
      type: 'bigint',
      nullable: true,
      description: 'Points times points_scale; NULL: an unknown choice, or a part without an answer',
    },
  ],
  reads: ['frozen_observations', 'frozen_indicators', 'frozen_tiers'],
  orderBy: ['unit_id', 'indicator'],
  checks: [
    { check: 'choices_known', reads: ['unit_answers', 'frozen_observations', 'frozen_indicators', 'frozen_tiers'] },
  ],
};
