import listed from './frozen.json' with { type: 'json' };

const frozen: Record<string, { version: string; sha256: string } | undefined> = listed;

/** Hash of a version that this project delivers and has frozen; null: that version is not among them. */
export function frozenVersion({ framework_id, version }: { framework_id: string; version: string }): string | null {
  const known = Object.hasOwn(frozen, framework_id) ? frozen[framework_id] : undefined;
  return known?.version === version ? known.sha256 : null;
}
