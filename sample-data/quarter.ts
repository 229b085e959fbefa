import type { Framework } from '../shared/frameworks/framework.ts';
import { loadFramework } from '../shared/frameworks/load-framework.ts';
import { lastDayOf, parsePeriod } from '../shared/periods/period.ts';
import { membersOf, nameOn } from '../shared/units/registry.ts';
import type { Unit } from '../shared/units/unit.ts';
import { type Declaration, type DeclaredInput, declareUnit } from './quarter/declare-unit.ts';
import { seededDraw } from './quarter/draw.ts';
import { levelsOf } from './quarter/levels.ts';
import { castStory, type Story, withBlank, withSlip, withSums, withWrongCell } from './quarter/tell-story.ts';

export type { DeclaredInput } from './quarter/declare-unit.ts';
export type { Story } from './quarter/tell-story.ts';

/** One file that a unit sends. */
export interface QuarterFile {
  unit: Unit;
  /** `right`: as it should be; `wrong`: rejected; `slip`: accepted, and corrected by the unit's next file. */
  variant: 'right' | 'wrong' | 'slip';
  values: DeclaredInput[];
}

/** A made-up collection. Nothing in it was declared by anyone, which `note_vi` says and whoever shows it must. */
export interface Quarter {
  group: string;
  period: string;
  framework: Framework;
  illustrative: true;
  note_vi: string;
  story: Story;
  /** In the order of sending: the later of two files of a unit counts. */
  files: QuarterFile[];
}

export const illustrativeNote =
  'Số liệu minh họa do chương trình tạo ra quanh mức đã công bố năm 2024, không đơn vị nào kê khai.';

const defaultSeed = 'dti';

/** The communes that the quarter is made for when not for all. */
const sampleProvince = 'P04-2025';

/** Groups of the illustrative quarter: provinces, central bodies, and the communes of one province or of all 34. */
export function quarterGroups({ allCommunes }: { allCommunes: boolean }): string[] {
  const provinces = membersOf('province34', '2026').map(({ unit_id }) => unit_id);
  const communes = allCommunes ? provinces : [sampleProvince];
  return [
    'province34',
    'ministry-services',
    'ministry-no-services',
    'ministry-unclassified',
    ...communes.map((province) => `communes-${province}`),
  ];
}

/** What the units of a group might declare. The same group, period and seed give the same figures. */
export async function quarter(group: string, period: string, seed = defaultSeed): Promise<Quarter> {
  const framework = await loadFramework(frameworkFor(group));
  const draw = seededDraw(seed);
  const declaration = { framework, group, period, draw, levelOf: levelsOf(draw, period) };
  const day = lastDayOf(parsePeriod(period));
  const units = membersOf(group, period).map((unit) => ({ ...unit, ...nameOn(unit, day) }));
  const story = castStory(units, draw, [group, period]);
  const files = units.flatMap((unit) => filesOf(unit, story, declaration));
  return { group, period, framework, illustrative: true, note_vi: illustrativeNote, story, files };
}

function filesOf(unit: Unit, story: Story, declaration: Declaration): QuarterFile[] {
  if (unit.unit_id === story.late) return [];
  const values = declareUnit(unit, declaration);
  const right: QuarterFile = { unit, variant: 'right', values };
  switch (unit.unit_id) {
    case story.rejected:
      return [{ unit, variant: 'wrong', values: withWrongCell(values) }];
    case story.corrected:
      return [{ unit, variant: 'slip', values: withSlip(values) }, right];
    case story.unanswered:
      return [{ ...right, values: withBlank(values) }];
    case story.merged:
      return [{ ...right, values: withSums(values, unit) }];
    default:
      return [right];
  }
}

/** The delivered list of component indicators for a group. Throws for a group of before July 2025, which has none. */
function frameworkFor(group: string): string {
  if (group === 'province34') return 'dti-province-405-indicators';
  if (group === 'country') return 'dti-national-405';
  if (group.startsWith('ministry-')) return 'dti-ministry-405';
  if (group.startsWith('communes-')) return 'dti-commune-2025';
  throw new Error(`no list of component indicators is delivered for ${group}`);
}
