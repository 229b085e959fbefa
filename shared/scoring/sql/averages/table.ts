import type { OutputTable } from '../output-table.ts';

export const averages: OutputTable = {
  table: 'averages',
  description: 'Plain means of the published values',
  grain: 'measure',
  columns: [
    { name: 'measure', type: 'varchar', description: 'Code of the measure' },
    { name: 'position', type: 'bigint', description: 'Order of publication' },
    {
      name: 'value_scaled',
      type: 'bigint',
      nullable: true,
      description: 'Mean times value_scale; NULL: nobody has a value',
    },
    { name: 'unit_count', type: 'bigint', description: 'Units in the mean' },
  ],
  reads: ['frozen_measures', 'measure_scores'],
  orderBy: ['position'],
  checks: [{ check: 'averages_nearest', reads: ['frozen_measures', 'measure_scores', 'averages'] }],
};
