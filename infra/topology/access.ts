import type { Access, FunctionSpec, Role, Route, Trigger } from './shape.ts';

export const lake = (read: string[], write: string[] = []): Access => ({ read, write });
export const table = (...access: ('read' | 'write')[]): Access => ({
  ...(access.includes('read') ? { read: ['*'] } : {}),
  ...(access.includes('write') ? { write: ['*'] } : {}),
});
/** Entries, and the score table, which holds the lists made from them and who is meant by a sign-in. */
export const ledger = (...access: ('read' | 'write')[]): FunctionSpec['uses'] => ({
  SCORE_TABLE: table(...access),
  LEDGER_TABLE: table(...access),
});
/** Who sends for a unit: its officer, and the ministry for one that cannot. The use case sees to the unit. */
export const senders: Role[] = ['officer', 'publisher'];
/** Who reads what a unit has sent and was told, and its form; the certifier signs for it and sends nothing. */
export const readers: Role[] = ['officer', 'certifier', 'publisher'];
export const unitDoor = '/v1/submissions/{group}/{period}/{unit_id}';
export const receiptDoor = `${unitDoor}/receipts/{receipt}`;
export const evidenceDoor = '/v1/evidence/{group}/{period}/{unit_id}';
export const evidenceDocuments = 'submissions/*/evidence/*';
export const figureDocuments = 'submissions/*/figures/*';
export const http = (...routes: Route[]): Trigger => ({ kind: 'http', routes });
/** What the public may read answers HEAD too, which link checkers and caches send; API Gateway does not add it to a GET. */
export const publicReading = (path: string): Route[] => [
  { method: 'GET', path, roles: ['public'] },
  { method: 'HEAD', path, roles: ['public'] },
];
export const step = (state: string): Trigger => ({ kind: 'workflow', workflow: 'run-period', state });
/** Where whoever appends to the ledger lays out what it is told by. */
export const outbox = 'outbox/*';
export const athena: Pick<FunctionSpec['uses'], 'ATHENA_WORKGROUP'> = { ATHENA_WORKGROUP: { read: ['*'] } };
