import type { OutputTable } from '../output-table.ts';

export const declaredFractions: OutputTable = {
  table: 'declared_fractions',
  description: 'Declared figures of indicators that earn a share of their maximum',
  grain: 'unit and indicator with a figure',
  columns: [
    { name: 'unit_id', type: 'varchar', description: 'Stable id of the unit in the registry' },
    { name: 'indicator', type: 'varchar', description: 'Code of the indicator' },
    {
      name: 'numerator_scaled',
      type: 'bigint',
      nullable: true,
      description: 'Times input_scale; NULL: not declared',
    },
    {
      name: 'denominator_scaled',
      type: 'bigint',
      nullable: true,
      description: 'Times input_scale; NULL: not declared',
    },
  ],
  reads: ['frozen_observations', 'frozen_indicators'],
  orderBy: ['unit_id', 'indicator'],
  checks: [],
};
