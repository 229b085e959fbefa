import type { OutputTable } from '../output-table.ts';

export const unitAnswers: OutputTable = {
  table: 'unit_answers',
  description: 'State of every answer',
  grain: 'submitted unit and assessed indicator',
  columns: [
    { name: 'unit_id', type: 'varchar', description: 'Stable id of the unit in the registry' },
    { name: 'indicator', type: 'varchar', description: 'Code of the indicator' },
    {
      name: 'state',
      type: 'varchar',
      description: 'answered, carried, not_applicable, not_due or not_answered, before any figure is looked at',
    },
  ],
  reads: ['frozen_units', 'frozen_indicators', 'frozen_answers'],
  orderBy: ['unit_id', 'indicator'],
  checks: [{ check: 'decisions_known', reads: ['unit_answers', 'frozen_answers', 'frozen_appraisals'] }],
};
