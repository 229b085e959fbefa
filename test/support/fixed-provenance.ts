import type { RawFormat } from '../../shared/lake/keys.ts';
import type { FrozenInputs } from '../../shared/release/frozen-inputs.ts';
import type { ReceivedFile } from '../../shared/release/provenance/provenance.ts';
import type { ProvenanceFile, UnitReceipts } from '../../shared/release/provenance/provenance-file.ts';
import { hashNamed } from './hash-named.ts';

/**
 * A `provenance.json` that is the same for ever: of a release's own files, with receipts, times and heads of nobody's
 * chains. What golden pages are drawn from, for the real one has clock times in it. Figures without a cell are of CSV, line
 * by line in the order of the inputs, unless a format says otherwise.
 */
export function fixedProvenance(release: string, inputs: FrozenInputs, format: RawFormat = 'csv'): ProvenanceFile {
  const observations = Map.groupBy(inputs.observations, ({ unit_id }) => unit_id);
  const units = inputs.units.flatMap((unit, place): UnitReceipts[] => {
    if (unit.submission_sha256 === null) return [];
    const own = observations.get(unit.unit_id) ?? [];
    const files = [...new Set([unit.submission_sha256, ...own.map(({ submission_sha256 }) => submission_sha256)])];
    const rows = own.flatMap(({ indicator, input, cell }, at) =>
      cell === null ? [{ indicator, input, row: at + 2 }] : [],
    );
    const kind = rows.length > 0 ? format : 'xlsx';
    return [{ unit_id: unit.unit_id, files: files.map((sha256) => receivedAs(kind, sha256, place, inputs)), rows }];
  });
  return { release, units };
}

function receivedAs(
  format: RawFormat,
  sha256: string,
  place: number,
  { group: { group }, period }: FrozenInputs,
): ReceivedFile {
  return {
    ...{ sha256, format, group, period, receipt: 1 },
    received_at: new Date(Date.UTC(2025, 0, 6, 1, 30) + place * 17 * 60_000).toISOString(),
    received_entry_sha256: hashNamed(`received ${sha256}`),
    answered_entry_sha256: hashNamed(`answered ${sha256}`),
    head: { number: 3, sha256: hashNamed(`head ${sha256}`) },
  };
}
