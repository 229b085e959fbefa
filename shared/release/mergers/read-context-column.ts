import { readCsvRecords } from '../../frameworks/read-csv-records.ts';
import { Fault } from '../../observability/fault.ts';
import type { ContextColumn } from './backcast-successors.ts';

/**
 * A CSV with the head `unit_id,<column>` and a positive decimal for each predecessor: the registry holds no context of
 * the units before the mergers, only of those after. Throws the fault `CONTEXT_COLUMN_BROKEN`, which names the line.
 */
export function readContextColumn(text: string, source: string): ContextColumn {
  const read = readCsvRecords(text);
  if ('problem' in read) throw broken(source, read.line ?? 1, read.problem);
  const [head, ...rows] = read.records;
  const [first, column, ...more] = head?.cells ?? [];
  if (first !== 'unit_id' || !column || more.length > 0) throw broken(source, 1, 'the head must be unit_id,<column>');
  const values = new Map<string, string>();
  for (const { cells, line } of rows) {
    const [unitId = '', value = ''] = cells;
    if (unitId === '' || values.has(unitId)) throw broken(source, line, `"${unitId}" is empty or given twice`);
    if (!/^\d+(\.\d+)?$/.test(value) || /^[0.]+$/.test(value))
      throw broken(source, line, `"${value}" of ${unitId} is not a positive decimal`);
    values.set(unitId, value);
  }
  return { column, source, values };
}

const broken = (source: string, line: number, message: string) =>
  new Fault('CONTEXT_COLUMN_BROKEN', `${source}, line ${line}: ${message}`);
