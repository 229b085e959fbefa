import { hasValue, type UnitValue } from './chart-data.ts';

/** Units that share a value are one mark with their number: drawn on each other they would look like one unit. */
export interface Mark {
  value: string;
  units: UnitValue[];
}

/** Ascending; digits of one length are in order as texts, whole parts are one digit. */
export function markEqualValues(units: UnitValue[]): Mark[] {
  // A hundred communes may share the highest value: a list is never copied for one more.
  return [...Map.groupBy(units.filter(hasValue), ({ value }) => value)]
    .map(([value, members]) => ({ value, units: members }))
    .sort((one, other) => Number(one.value) - Number(other.value));
}

/** Which counts are printed: the largest first, and none that would stand on another's digits. */
export function countsWithRoom(marks: Mark[], placeOf: (value: string) => number, room: number): Mark[] {
  const shown: Mark[] = [];
  const shared = marks.filter(({ units }) => units.length > 1);
  for (const mark of shared.toSorted((one, other) => other.units.length - one.units.length)) {
    const isFree = shown.every(({ value }) => Math.abs(placeOf(value) - placeOf(mark.value)) >= room);
    if (isFree) shown.push(mark);
  }
  return shown;
}
