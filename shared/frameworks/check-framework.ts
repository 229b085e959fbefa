import Big from 'big.js';
import { findGroup } from '../units/groups.ts';
import { findUnit } from '../units/registry.ts';
import { bodyIdOf } from './bodies.ts';
import type { Complaint } from './framework-fault.ts';
import type { FrameworkFile } from './framework-shape.ts';
import type { ReadFrameworkFile } from './read-framework-file.ts';
import { complainOfLine, type IndicatorLine } from './read-indicators.ts';

type ComplainAt = ReadFrameworkFile['complainAt'];

/** What only shows when the two files are read together. */
export function checkFramework(declared: FrameworkFile, lines: IndicatorLine[], complainAt: ComplainAt): Complaint[] {
  return [
    ...checkMeasureCodes(declared, complainAt),
    ...checkPillarMembers(declared, complainAt),
    ...checkParents(declared, lines),
    ...checkPointsDecimals(declared, lines),
    ...checkGroups(declared, complainAt),
    ...checkApplication(declared, lines),
    ...checkBodies(lines),
    ...checkMarks(declared, lines, complainAt),
    ...checkComparisons(declared, complainAt),
  ];
}

/** Stated points against the sum of the list, per main index and in all; asked only of a list that could be read. */
export function checkPoints(declared: FrameworkFile, lines: IndicatorLine[], complainAt: ComplainAt): Complaint[] {
  const perIndex = declared.main_indices.flatMap((mainIndex, i) => {
    const own = lines.filter(({ indicator }) => indicator.main_index === mainIndex.main_index);
    if (own.length === 0) return [complainAt(`main_indices.${i}`, 'has no indicator; add one or leave the index out')];
    return checkSums(mainIndex, own, (field, message) => complainAt(`main_indices.${i}.${field}`, message));
  });
  return [...perIndex, ...checkSums(declared.total, lines, (field, message) => complainAt(`total.${field}`, message))];
}

function checkSums(
  stated: { points: string; assessed_points: string },
  lines: IndicatorLine[],
  complain: (field: string, message: string) => Complaint,
): Complaint[] {
  const sums = {
    points: sumPoints(lines),
    assessed_points: sumPoints(lines.filter((line) => line.indicator.assessed)),
  };
  return (['points', 'assessed_points'] as const)
    .filter((field) => !Big(stated[field]).eq(sums[field]))
    .map((field) =>
      complain(
        field,
        `is ${stated[field]}, but the indicators add up to ${sums[field].toFixed()}; correct one or the other`,
      ),
    );
}

const sumPoints = (lines: IndicatorLine[]) =>
  lines.reduce((sum, { indicator }) => sum.plus(indicator.max_points), Big('0'));

/** Measures are columns of what is published, so total, main indices and pillars share one set of codes. */
function checkMeasureCodes({ index, main_indices, pillars }: FrameworkFile, complainAt: ComplainAt): Complaint[] {
  const measures = [
    { code: index, path: 'index' },
    ...main_indices.map(({ main_index }, i) => ({ code: main_index, path: `main_indices.${i}.main_index` })),
    ...pillars.map(({ pillar }, i) => ({ code: pillar, path: `pillars.${i}.pillar` })),
  ];
  const seen = new Set<string>();
  return measures.flatMap(({ code, path }) => {
    if (seen.has(code)) return [complainAt(path, `"${code}" is another measure's code too; choose a code of its own`)];
    seen.add(code);
    return [];
  });
}

function checkPillarMembers({ pillars, main_indices }: FrameworkFile, complainAt: ComplainAt): Complaint[] {
  const known = new Set(main_indices.map(({ main_index }) => main_index));
  return pillars.flatMap((pillar, p) =>
    pillar.main_indices.flatMap((code, i) => {
      const at = (message: string) => [complainAt(`pillars.${p}.main_indices.${i}`, message)];
      if (!known.has(code)) return at(`"${code}" is not a main index of this framework`);
      if (pillar.main_indices.indexOf(code) < i)
        return at(`"${code}" stands twice in the pillar; it would count twice`);
      return [];
    }),
  );
}

/** A body without an id is one that nobody can be appraiser for; a slip in its name would give its rows to the owner. */
const checkBodies = (lines: IndicatorLine[]): Complaint[] =>
  lines.flatMap(({ line, indicator: { verified_by_vi } }) =>
    verified_by_vi === undefined || bodyIdOf(verified_by_vi) !== null
      ? []
      : [
          complainOfLine(
            line,
            `verified_by_vi "${verified_by_vi}" has no id; mend the name, or give it one in bodies.json`,
          ),
        ],
  );

function checkParents({ main_indices }: FrameworkFile, lines: IndicatorLine[]): Complaint[] {
  const known = main_indices.map(({ main_index }) => main_index);
  return lines
    .filter(({ indicator }) => !known.includes(indicator.main_index))
    .map(({ line, indicator }) =>
      complainOfLine(
        line,
        `main_index "${indicator.main_index}" is not in framework.json; known are ${known.join(', ')}`,
      ),
    );
}

function checkPointsDecimals({ points_decimals }: FrameworkFile, lines: IndicatorLine[]): Complaint[] {
  const isFiner = (points: string) => (points.split('.')[1] ?? '').length > points_decimals;
  const kept = `the framework's ${points_decimals} decimals`;
  return lines.flatMap(({ line, indicator: { max_points, tiers = [] } }) => [
    ...(isFiner(max_points) ? [complainOfLine(line, `max_points ${max_points} has more than ${kept}`)] : []),
    ...tiers
      .filter(({ points }) => isFiner(points))
      .map(({ key, points }) => complainOfLine(line, `tier ${key} has ${points} points, more than ${kept}`)),
  ]);
}

/** A prefix and `*` must meet a group as well. */
function checkGroups({ groups }: FrameworkFile, complainAt: ComplainAt): Complaint[] {
  return groups.flatMap((group, i) => {
    const known = group === 'communes-*' || findGroup(group) !== null;
    return known ? [] : [complainAt(`groups.${i}`, `"${group}" is no group; write one that is defined, or communes-*`)];
  });
}

/** Who an indicator applies to must exist and be assessed by this framework, or it would apply to nobody in silence. */
function checkApplication({ groups }: FrameworkFile, lines: IndicatorLine[]): Complaint[] {
  const isOwn = (id: string) =>
    groups.some((own) => own === id || (own.endsWith('*') && id.startsWith(own.slice(0, -1))));
  return lines.flatMap(({ line, indicator }) =>
    (indicator.applies_to ?? []).flatMap((id, i, all) => {
      const at = (message: string) => [complainOfLine(line, message)];
      if (all.indexOf(id) < i) return at(`applies_to names "${id}" twice; keep one`);
      if (findUnit(id)) return [];
      if (!findGroup(id)) return at(`applies_to names "${id}", which is neither a group nor a unit; part ids by ;`);
      return isOwn(id) ? [] : at(`applies_to names "${id}", a group that this framework is not for`);
    }),
  );
}

function checkMarks({ illustrative }: FrameworkFile, lines: IndicatorLine[], complainAt: ComplainAt): Complaint[] {
  const marked = lines.filter(({ indicator }) => indicator.illustrative).length;
  if (illustrative || marked === 0) return [];
  return [complainAt('illustrative', `is false, but ${marked} lines are marked illustrative; write true`)];
}

function checkComparisons({ framework_id, comparable_with = [] }: FrameworkFile, complainAt: ComplainAt): Complaint[] {
  return comparable_with.flatMap((id, i) =>
    id === framework_id
      ? [complainAt(`comparable_with.${i}`, 'is the framework itself, which is always comparable; leave it out')]
      : [],
  );
}
