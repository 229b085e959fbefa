import type { DuckDBConnection } from '@duckdb/node-api';

interface PlanNode {
  name: string;
  children: PlanNode[];
  extra_info: Record<string, unknown>;
}

/** Partition values that each scan of lake files is pinned to, one entry per scan; null: the scan is not pinned to one. */
export async function readScans(connection: DuckDBConnection, sql: string): Promise<(string | null)[]> {
  const explained = await connection.runAndReadAll(`EXPLAIN (FORMAT JSON) ${sql}`);
  const plan = JSON.parse(String(explained.getRows()[0]?.[1])) as PlanNode[];
  return plan.flatMap(collectScans);
}

function collectScans(node: PlanNode): (string | null)[] {
  const below = node.children.flatMap(collectScans);
  return node.name.trim() === 'READ_PARQUET' ? [pinnedRun(node), ...below] : below;
}

function pinnedRun(scan: PlanNode): string | null {
  const pinned = /\(run_id = '((?:[^']|'')*)'\)/.exec(String(scan.extra_info['File Filters'] ?? ''));
  return pinned ? pinned[1]!.replaceAll("''", "'") : null;
}
