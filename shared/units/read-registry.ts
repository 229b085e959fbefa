import { canonicalJson, sha256Of } from '../digest/canonical-json.ts';
import { checkRegistry } from './check-registry.ts';
import { type CommuneCounts, communesOf } from './communes.ts';
import { country } from './country.ts';
import type { Unit, UnitState } from './unit.ts';

/** What `units.json` says of a unit; fields that nothing reads yet stay in the file. */
export interface RegistryEntry extends Omit<Unit, 'unit_id' | 'kind' | 'official'> {
  code: string;
  kind: string;
  official_code?: string | null;
  official_id?: string | null;
  official_id_status?: string | null;
  communes_2025_07_01?: CommuneCounts;
}

/** `units.json`: entries, how many there must be, and (unread here) the rules and sources behind them. */
export interface RegistryDocument {
  counts: { provinces_before: number; provinces_since_2025_07_01: number; communes_2025_07_01: number };
  units: RegistryEntry[];
}

export interface Registry {
  /** In the order of the file, then the communes that it counts, then the country. */
  units: readonly Unit[];
  byId: ReadonlyMap<string, Unit>;
  /** SHA-256 of `document`. */
  sha256: string;
  /** Canonical JSON of the whole file, rules and sources included. */
  document: string;
}

/** Throws the fault `REGISTRY_BROKEN`, which names every unit that does not add up. */
export function readRegistry(source: RegistryDocument): Registry {
  const named = source.units.map(toUnit);
  const communes = source.units.flatMap(({ communes_2025_07_01: counts }, i) =>
    counts ? communesOf(named[i]!, counts) : [],
  );
  const units = [...named, ...communes, country];
  checkRegistry(units, source.counts);
  const document = canonicalJson(source);
  return { units, byId: new Map(units.map((unit) => [unit.unit_id, unit])), sha256: sha256Of(document), document };
}

function toUnit(entry: RegistryEntry): Unit {
  return {
    unit_id: entry.code,
    kind: entry.kind as Unit['kind'],
    name_vi: entry.name_vi,
    full_name_vi: entry.full_name_vi,
    name_en: entry.name_en,
    valid_from: entry.valid_from,
    valid_to: entry.valid_to,
    formed_from: entry.formed_from,
    succeeded_by: entry.succeeded_by,
    has_public_services: entry.has_public_services,
    region: entry.region,
    aliases: entry.aliases,
    official: {
      code: entry.official_code ?? null,
      identification: entry.official_id ?? null,
      identification_status: entry.official_id_status ?? null,
    },
    ...(entry.history && { history: entry.history.map(toState) }),
  };
}

const toState = ({ from, to, name_vi, full_name_vi }: UnitState): UnitState => ({ from, to, name_vi, full_name_vi });
