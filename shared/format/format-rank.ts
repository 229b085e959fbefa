/** `15`, or `đồng hạng 15 (2 đơn vị)` when several units share it. `sharing` counts the unit itself. */
export function formatRank(rank: number, sharing: number): string {
  return sharing > 1 ? `đồng hạng ${rank} (${sharing} đơn vị)` : `${rank}`;
}
