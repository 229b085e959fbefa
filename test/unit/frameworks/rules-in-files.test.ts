import { describe, expect, it } from 'vitest';
import { complaintVi } from '../../../shared/frameworks/complaint-words.ts';
import type { Indicator } from '../../../shared/frameworks/framework.ts';
import { frameworkDocument, readFrameworkDocument } from '../../../shared/frameworks/framework-document.ts';
import { FrameworkFault } from '../../../shared/frameworks/framework-fault.ts';
import { parseFramework } from '../../../shared/frameworks/parse-framework.ts';

const header =
  'indicator,main_index,name_vi,name_en,unit_of_measure_vi,rule,max_points,assessed,evidence_required,inputs,target,tiers,zero_denominator,applies_to,due,annual,source,evidence_vi,verified_by_vi,illustrative';

/** A line that loads, with some cells changed. */
function line(cells: Record<string, string>): string {
  const plain = { indicator: 'a', main_index: 'm', name_vi: 'Tên', name_en: 'Name', unit_of_measure_vi: '' };
  const row: Record<string, string> = {
    ...plain,
    rule: 'direct',
    max_points: '20',
    assessed: 'true',
    evidence_required: 'false',
    ...cells,
  };
  return header
    .split(',')
    .map((column) => `"${row[column] ?? ''}"`)
    .join();
}

const direct = { inputs: 'value 4 0..1' };
const ratio = { rule: 'ratio', inputs: 'numerator 0 0..; denominator 0 0..' };
const steps = { rule: 'count_tiers', tiers: '4=20 Từ 4 cuộc; 3=15 3 cuộc; 1=5 Từ 1 cuộc' };
const roles = { rule: 'role_tiers', tiers: '2=20 Người đứng đầu; 1=10 Cấp phó; 0=0 Không' };
const parts = { rule: 'additive_parts', tiers: '1=10 Dự đủ các kỳ họp; 2=10 Chủ trì kỳ họp của mình' };

function files(indicators: string, settings: object = {}) {
  const points = { points: '20', assessed_points: '20' };
  const named = { name_vi: 'Tên', name_en: 'Name' };
  const json = {
    framework_id: 'dti-test',
    version: '1',
    index: 'dti',
    title_vi: 'Thử',
    title_en: 'Test',
    legal_reference: { title_vi: 'Thử', number: '1', issued: '2025', url: 'https://example.org/' },
    illustrative: false,
    note_vi: '',
    groups: ['province34'],
    decimals: 4,
    points_decimals: 4,
    rounding: 'half-up',
    ties: 'shared-minimum',
    successor_rule: 'mean-of-predecessors',
    total_published: true,
    total: { ...named, ...points },
    main_indices: [{ main_index: 'm', ...named, ...points }],
    pillars: [],
    ...settings,
  };
  return { 'framework.json': JSON.stringify(json, null, 1), 'indicators.csv': indicators };
}

const load = (cells: Record<string, string>, settings: object = {}) =>
  parseFramework(files(`${header}\n${line(cells)}\n`, settings));

const indicatorOf = (cells: Record<string, string>): Indicator => load(cells).indicators[0]!;

function complaintsOf(cells: Record<string, string>, settings: object = {}): string[] {
  try {
    load(cells, settings);
  } catch (error) {
    if (!(error instanceof FrameworkFault)) throw error;
    expect(error.complaints.filter((complaint) => complaintVi(complaint) === null)).toEqual([]);
    return error.complaints.map(({ file, line: at, message }) => `${file}:${at}: ${message}`);
  }
  return [];
}

const namesOf = ({ inputs }: Indicator) =>
  inputs.map(({ input, decimals, minimum, maximum }) => `${input} ${decimals} ${minimum ?? ''}..${maximum ?? ''}`);

describe('indicators.csv', () => {
  it.each<[string, Record<string, string>, string[]]>([
    ['direct', direct, ['value 4 0..1']],
    ['external', { rule: 'external', inputs: 'value 2 0..100', target: '90' }, ['value 2 0..100']],
    ['yes_no', { rule: 'yes_no' }, ['answer 0 0..1']],
    ['ratio', ratio, ['numerator 0 0..', 'denominator 0 0..']],
    ['ratio_threshold', { ...ratio, rule: 'ratio_threshold', target: '0.8' }, ['numerator 0 0..', 'denominator 0 0..']],
    [
      'growth',
      { rule: 'growth', inputs: 'value 1 0..; previous 1 0..', target: '0.15' },
      ['value 1 0..', 'previous 1 0..'],
    ],
    ['count_tiers', steps, ['count 0 0..']],
    ['role_tiers', roles, ['choice 0 0..2']],
    ['additive_parts', parts, ['part_1 0 0..1', 'part_2 0 0..1']],
  ])('holds %s, and what is declared for it', (rule, cells, inputs) => {
    const indicator = indicatorOf(cells);
    expect(indicator.rule).toBe(rule);
    expect(namesOf(indicator)).toEqual(inputs);
  });

  it('keeps all that a line says, and comes back from the document as it went in', () => {
    const cells = {
      ...ratio,
      zero_denominator: 'zero_points',
      applies_to: 'province34; P01-2025',
      due: 'quarterly',
      annual: 'sum',
      source: 'measured',
      evidence_vi: 'Báo cáo'.normalize('NFD'),
      verified_by_vi: 'Cục Chuyển đổi số quốc gia',
      illustrative: 'TRUE',
    };
    const framework = load(cells, {
      illustrative: true,
      unanswered: 'zero_points',
      minimum_answered_percent: 70,
      minimum_units_percent: 80,
      appraisal_reasons: 'published',
      final_score: 'appraised_else_self',
      comparable_with: ['dti-province-405'],
    });
    expect(framework).toMatchObject({ unanswered: 'zero_points', minimum_answered_percent: 70 });
    expect(framework).toMatchObject({ minimum_units_percent: 80, appraisal_reasons: 'published' });
    expect(framework.indicators[0]).toMatchObject({
      zero_denominator: 'zero_points',
      applies_to: ['province34', 'P01-2025'],
      due: 'quarterly',
      annual: 'sum',
      source: 'measured',
      evidence_vi: 'Báo cáo'.normalize('NFC'),
      verified_by_vi: 'Cục Chuyển đổi số quốc gia',
      illustrative: true,
    });
    expect(readFrameworkDocument(frameworkDocument(framework))).toEqual(framework);
  });

  it('reads a tier as key, points and what the form shows', () => {
    expect(indicatorOf(steps).tiers).toEqual([
      { key: '4', points: '20', label_vi: 'Từ 4 cuộc' },
      { key: '3', points: '15', label_vi: '3 cuộc' },
      { key: '1', points: '5', label_vi: 'Từ 1 cuộc' },
    ]);
  });

  it('leaves no field behind for an empty cell, so that a list without the column is the same framework', () => {
    const short = `${header.split(',').slice(0, 10)}\na,m,Tên,Name,,direct,20,true,false,value 4 0..1\n`;
    expect(parseFramework(files(short)).sha256).toBe(load(direct).sha256);
    expect(Object.keys(indicatorOf(direct))).toHaveLength(10);
  });

  it('finds columns by name wherever a spreadsheet moved them, and passes over rows that were emptied', () => {
    const turned = [header, line(direct)].map((text) => text.split(',').reverse().join());
    const emptied = `${turned.join('\n')}\n${','.repeat(19)}\n`;
    expect(parseFramework(files(emptied)).sha256).toBe(load(direct).sha256);
  });

  it.each<[string, Record<string, string>, string]>([
    [
      'tiers where none are read',
      { ...direct, tiers: '1=20 Có' },
      'tiers are not read by rule direct; leave them empty',
    ],
    [
      'a body that has no id',
      { ...direct, verified_by_vi: 'Cục Thuê' },
      'verified_by_vi "Cục Thuê" has no id; mend the name, or give it one in bodies.json',
    ],
    ['no tiers', { ...steps, tiers: '' }, 'rule count_tiers needs tiers; write them as 4=20 Từ 4 cuộc; 3=15 3 cuộc'],
    [
      'unreadable tier',
      { ...steps, tiers: '4: 20 điểm' },
      'tiers "4: 20 điểm" cannot be read; write key, points and a text, parted by ;: 4=20 Từ 4 cuộc; 3=15 3 cuộc',
    ],
    [
      'tier twice',
      { ...steps, tiers: '4=20 Từ 4; 4=15 Bốn' },
      'tier key 4 stands twice; keys are unique in an indicator',
    ],
    [
      'options that read alike',
      { ...roles, tiers: '2=20 Cấp phó; 1=10 cấp phó' },
      'tier text "cấp phó" stands twice; nobody could tell them apart',
    ],
    ['padded key', { ...steps, tiers: '04=20 Từ 4' }, 'tier key "04" is not a whole number; write 4, not 04 or 4.0'],
    [
      'tier points in words',
      { ...steps, tiers: '4=2e1 Từ 4' },
      'tier 4 has points "2e1", not a plain decimal; write 20 or 12.5',
    ],
    ['tier above the maximum', { ...steps, tiers: '4=25 Từ 4; 3=20 Ba' }, 'tier 4 has 25 points, above max_points 20'],
    [
      'best tier below the maximum',
      { ...steps, tiers: '4=18 Từ 4; 3=15 Ba' },
      'the best tier has 18 points where max_points is 20; correct one or the other',
    ],
    [
      'more that earns less',
      { ...steps, tiers: '4=15 Từ 4; 3=20 Ba' },
      'tier 4 earns 15, no more than tier 3 with 20; more must earn more',
    ],
    [
      'parts that do not add up',
      { ...parts, tiers: '1=10 Dự họp; 2=5 Chủ trì' },
      'the parts add up to 15 where max_points is 20; correct one or the other',
    ],
    [
      'tier points finer than the framework keeps',
      { ...steps, tiers: '4=20 Từ 4; 3=0.00001 Ba' },
      "tier 3 has 0.00001 points, more than the framework's 4 decimals",
    ],
    [
      'inputs where the rule fixes them',
      { rule: 'yes_no', inputs: 'answer 0 0..1' },
      'rule yes_no says itself what is declared; leave inputs empty',
    ],
    [
      'inputs of another rule',
      { ...ratio, inputs: 'value 0 0..' },
      'rule ratio is computed from numerator, denominator; inputs name value',
    ],
    [
      'bounds that nothing meets',
      { rule: 'external', inputs: 'value 2 100..0' },
      'input value is bounded by 100..0, which nothing can meet; turn them',
    ],
    ['no target', { ...ratio, rule: 'ratio_threshold' }, 'rule ratio_threshold needs a target: what earns the maximum'],
    [
      'target of zero',
      { ...ratio, rule: 'ratio_threshold', target: '0' },
      'target is 0; write what earns the maximum, above 0',
    ],
    [
      'target with a comma',
      { ...ratio, rule: 'ratio_threshold', target: '0,8' },
      'target "0,8" is not a plain decimal; write 140 or 12.5',
    ],
    ['target that is not read', { ...ratio, target: '0.8' }, 'target 0.8 is not read by rule ratio; leave it empty'],
    [
      'zero denominator of nothing',
      { rule: 'yes_no', zero_denominator: 'zero_points' },
      'zero_denominator is not read by rule yes_no, which divides by nothing declared; leave it empty',
    ],
    ['unknown due', { ...direct, due: 'monthly' }, 'due "monthly" must be quarterly or yearly, or empty'],
    [
      'annual of a yearly indicator',
      { ...ratio, due: 'yearly', annual: 'sum' },
      'annual "sum" is of use only where due is quarterly; leave it empty',
    ],
    [
      'sum of answers',
      { rule: 'yes_no', due: 'quarterly', annual: 'sum' },
      'annual "sum" of rule yes_no has no meaning; write last',
    ],
    [
      'unknown source',
      { ...direct, source: 'rumour' },
      'source "rumour" must be reported or measured or statistics or survey, or empty',
    ],
    [
      'application to nobody',
      { ...direct, applies_to: 'coastal' },
      'applies_to names "coastal", which is neither a group nor a unit; part ids by ;',
    ],
    [
      'application to a group of another framework',
      { ...direct, applies_to: 'ministry-services' },
      'applies_to names "ministry-services", a group that this framework is not for',
    ],
    [
      'application named twice',
      { ...direct, applies_to: 'P01-2025;P01-2025' },
      'applies_to names "P01-2025" twice; keep one',
    ],
  ])('refuses %s and says where and what to do', (_what, cells, message) => {
    expect(complaintsOf(cells)).toContain(`indicators.csv:2: ${message}`);
  });

  it('tells all of a line at once', () => {
    const cells = { ...ratio, target: '1', zero_denominator: 'maybe', due: 'daily', illustrative: 'perhaps' };
    expect(complaintsOf(cells).filter((complaint) => complaint.startsWith('indicators.csv:2'))).toHaveLength(3);
  });

  it.each([
    [
      'a column that nothing reads',
      header.replace('due', 'deadline'),
      'the header has a column "deadline" that is not read',
    ],
    ['a column twice', header.replace('due', 'source'), 'the header has the column source twice; keep one'],
    ['a column that is needed', header.replace('rule,', ''), 'the header lacks the column rule'],
    ['tabs', header.replaceAll(',', '\t'), 'is saved with tabs; save it with commas'],
    ['bytes that are no UTF-8', `${header}\n${line({ name_vi: 'T\uFFFDn' })}`, 'is not UTF-8; save it as "CSV UTF-8'],
  ])('refuses %s', (_what, text, message) => {
    expect(() => parseFramework(files(text))).toThrow(message);
  });
});

describe('framework.json', () => {
  it.each<[string, object, string]>([
    ['share of units above the whole', { minimum_units_percent: 101 }, 'minimum_units_percent: Too big'],
    ['reasons told otherwise', { appraisal_reasons: 'unit' }, 'appraisal_reasons: Invalid'],
    ['share above the whole', { minimum_answered_percent: 101 }, 'minimum_answered_percent: Too big'],
    ['unknown treatment of what is unanswered', { unanswered: 'forgiven' }, 'unanswered: Invalid option'],
    ['unknown score that counts', { final_score: 'best' }, 'final_score: Invalid input'],
    ['comparison with itself', { comparable_with: ['dti-test'] }, 'comparable_with.0: is the framework itself'],
    ['group that is not defined', { groups: ['province35'] }, 'groups.0: "province35" is no group'],
  ])('refuses %s', (_what, settings, message) => {
    expect(complaintsOf(direct, settings).join()).toContain(message);
  });

  it('must own up to made-up lines', () => {
    expect(complaintsOf({ ...direct, illustrative: 'true' }).join()).toContain(
      'illustrative: is false, but 1 lines are marked illustrative; write true',
    );
  });
});

describe('readFrameworkDocument', () => {
  it('refuses what the files would be refused for, because a document comes from outside as well', () => {
    const good = load(steps);
    const { sha256: _, ...content } = { ...good, indicators: [{ ...good.indicators[0]!, tiers: [] }] };
    expect(() => readFrameworkDocument(JSON.stringify({ ...content, sha256: good.sha256 }))).toThrow(
      /FRAMEWORK_DOCUMENT_BROKEN/,
    );
    const untargeted = { ...good, indicators: [{ ...good.indicators[0]!, target: '2' }] };
    expect(() => readFrameworkDocument(JSON.stringify(untargeted))).toThrow(
      'indicators.0: target 2 is not read by rule count_tiers; leave it empty',
    );
  });
});
