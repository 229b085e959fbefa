import { Fault } from '../observability/fault.ts';
import type { Unit } from './unit.ts';

export interface RegistryCounts {
  provinces_before: number;
  provinces_since_2025_07_01: number;
  communes_2025_07_01: number;
}

type ById = ReadonlyMap<string, Unit>;

/** Throws the fault `REGISTRY_BROKEN` with one line per unit and reason. */
export function checkRegistry(units: readonly Unit[], counts: RegistryCounts): void {
  const byId: ById = new Map(units.map((unit) => [unit.unit_id, unit]));
  const complaints = [
    ...findRepeatedIds(units),
    ...units.flatMap((unit) => [
      ...checkValidity(unit),
      ...checkNames(unit),
      ...checkHistory(unit),
      ...unit.succeeded_by.flatMap((id) => checkSuccessor(unit, id, byId)),
      ...unit.formed_from.flatMap((id) => checkPredecessor(unit, id, byId)),
    ]),
    ...checkPartition(units, counts),
    ...checkCount('communes', units.filter(({ kind }) => kind === 'commune').length, counts.communes_2025_07_01),
  ];
  if (complaints.length > 0) throw new Fault('REGISTRY_BROKEN', complaints.join('\n'));
}

const called = (unit: Unit) => `${unit.unit_id} (${unit.name_vi})`;

function findRepeatedIds(units: readonly Unit[]): string[] {
  const seen = new Set<string>();
  return units.flatMap((unit) => {
    if (seen.has(unit.unit_id)) return [`${called(unit)}: the code is borne twice; codes are unique for ever`];
    seen.add(unit.unit_id);
    return [];
  });
}

function checkValidity(unit: Unit): string[] {
  const days = [unit.valid_from, ...(unit.valid_to === null ? [] : [unit.valid_to])];
  const malformed = days.filter((day) => !isDay(day));
  if (malformed.length > 0) return [`${called(unit)}: "${malformed.join('", "')}" is not a day (YYYY-MM-DD)`];
  if (unit.valid_to !== null && unit.valid_to < unit.valid_from) {
    return [`${called(unit)}: valid to ${unit.valid_to}, before it begins on ${unit.valid_from}`];
  }
  return [];
}

function checkNames(unit: Unit): string[] {
  const names = [unit.name_vi, unit.full_name_vi, ...unit.aliases];
  return names
    .filter((name) => name === '' || name !== name.normalize('NFC').trim())
    .map((name) => `${called(unit)}: the name "${name}" is empty, padded or not in NFC`);
}

/** The states fill the validity without gap or overlap, and the last one is the state that the unit itself shows. */
function checkHistory(unit: Unit): string[] {
  const { history } = unit;
  if (!history) return [];
  const last = history.at(-1);
  const follow = history.every((state, i) => {
    const before = history[i - 1];
    return state.from === (before?.to ? nextDay(before.to) : unit.valid_from);
  });
  if (!follow || last?.to !== unit.valid_to) return [`${called(unit)}: its history does not fill its validity`];
  if (last.name_vi !== unit.name_vi) return [`${called(unit)}: its last name in history is "${last.name_vi}"`];
  return [];
}

function checkSuccessor(unit: Unit, id: string, byId: ById): string[] {
  const successor = byId.get(id);
  if (!successor) return [`${called(unit)}: succeeded by ${id}, which is not in the registry`];
  if (unit.valid_to === null) return [`${called(unit)}: succeeded by ${id} but has no last day`];
  const isMutual = successor.formed_from.includes(unit.unit_id);
  // A body that goes into one that stands already is a transfer: nothing was formed, so nothing points back.
  if (!isMutual && successor.valid_from > unit.valid_to) {
    return [`${called(unit)}: succeeded by ${id}, but ${id} is not formed from it`];
  }
  return [];
}

function checkPredecessor(unit: Unit, id: string, byId: ById): string[] {
  const predecessor = byId.get(id);
  if (!predecessor) return [`${called(unit)}: formed from ${id}, which is not in the registry`];
  if (!predecessor.succeeded_by.includes(unit.unit_id)) {
    return [`${called(unit)}: formed from ${id}, but ${id} is not succeeded by it`];
  }
  if (predecessor.kind !== unit.kind) return [`${called(unit)}: formed from ${id}, a ${predecessor.kind}`];
  if (predecessor.valid_to === null || nextDay(predecessor.valid_to) !== unit.valid_from) {
    return [`${called(unit)}: begins ${unit.valid_from}, but ${id} it was formed from ends ${predecessor.valid_to}`];
  }
  return [];
}

/** Every former province is in exactly one present one, and every present one has at least one. */
function checkPartition(units: readonly Unit[], counts: RegistryCounts): string[] {
  const provinces = units.filter((unit) => unit.kind === 'province');
  const former = provinces.filter((unit) => unit.valid_to !== null);
  const present = provinces.filter((unit) => unit.valid_to === null);
  return [
    ...checkCount('former provinces', former.length, counts.provinces_before),
    ...checkCount('present provinces', present.length, counts.provinces_since_2025_07_01),
    ...former.flatMap((unit) => {
      const holders = present.filter((successor) => successor.formed_from.includes(unit.unit_id));
      if (holders.length === 1) return [];
      const found = holders.map((holder) => holder.unit_id).join(', ') || 'none';
      return [`${called(unit)}: must be in exactly one present province, found ${found}`];
    }),
    ...present
      .filter((unit) => unit.formed_from.length === 0)
      .map((unit) => `${called(unit)}: a present province formed from nothing`),
  ];
}

const checkCount = (what: string, found: number, expected: number): string[] =>
  found === expected ? [] : [`${found} ${what}, where the registry's counts say ${expected}`];

const isDay = (text: string) =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.slice(0, 10) === text;

function nextDay(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + 1);
  return date.toISOString().slice(0, 10);
}
