import type { EvidenceRecord } from '../../shared/submission/evidence/evidence-record.ts';
import { unitNameVi } from '../../shared/units/names.ts';
import type { QueueRound, QueueUnit } from './queue-round.ts';

/** The same evidence beside figures of another unit. Told, and nothing more: two units may rightly share a document. */
export interface Reuse {
  unit_id: string;
  unit_name_vi: string;
  /** Null: a file that proves no indicator in particular. */
  indicator: string | null;
  indicator_name_vi: string | null;
  indicator_name_en: string | null;
}

interface Use {
  unit_id: string;
  indicator: string | null;
}

/** Finds where else the evidence of a unit's indicator is. Made once for a round: a look-up costs what it finds. */
export function findReuse({ units: all, framework }: QueueRound): (unit: QueueUnit, indicator: string) => Reuse[] {
  const uses = new Map<string, Use[]>();
  for (const unit of all.values())
    for (const { key, indicator } of usesOf(unit)) {
      const known = uses.get(key) ?? [];
      uses.set(key, known);
      known.push({ unit_id: unit.unit_id, indicator });
    }
  return (unit, indicator) => {
    const own = usesOf(unit).filter((use) => use.indicator === indicator);
    const found = own.flatMap(({ key }) => uses.get(key) ?? []).filter(({ unit_id }) => unit_id !== unit.unit_id);
    const once = new Map(found.map((use) => [`${use.unit_id}#${use.indicator}`, use]));
    return [...once.values()].map((use) => {
      const about = framework.indicators.find((one) => one.indicator === use.indicator);
      const names = { indicator_name_vi: about?.name_vi ?? null, indicator_name_en: about?.name_en ?? null };
      return { ...use, unit_name_vi: unitNameVi(use.unit_id), ...names };
    });
  };
}

function usesOf({ unit, figures }: QueueUnit): { key: string; indicator: string | null }[] {
  const files = unit.evidence.flatMap(({ sha256, type, indicator = null }) =>
    type === null ? [] : [{ key: `file ${sha256}`, indicator }],
  );
  const records = figures.observations.flatMap(({ indicator, evidence_records = [] }) =>
    evidence_records.flatMap(keysOf).map((key) => ({ key, indicator })),
  );
  const once = new Map([...files, ...records].map((use) => [`${use.key}#${use.indicator}`, use]));
  return [...once.values()];
}

/** A number alone is given out by every office; with its day, or as an address or a file, it is one document. */
const keysOf = ({ number, date, address, file_sha256 }: EvidenceRecord): string[] => [
  ...(number && date ? [`number ${number.toUpperCase()} ${date}`] : []),
  ...(address ? [`address ${address}`] : []),
  ...(file_sha256 ? [`file ${file_sha256}`] : []),
];
