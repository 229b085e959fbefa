import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { complaintVi } from '../../../shared/frameworks/complaint-words.ts';
import { FrameworkFault } from '../../../shared/frameworks/framework-fault.ts';
import { type FrameworkFiles, parseFramework } from '../../../shared/frameworks/parse-framework.ts';

const read = (name: string) =>
  readFileSync(new URL(`../../../shared/frameworks/dti-province-405/${name}`, import.meta.url), 'utf8');

const good: FrameworkFiles = { 'framework.json': read('framework.json'), 'indicators.csv': read('indicators.csv') };

/** The delivered files with every `from` replaced; fails when there is nothing to replace. */
function edit(file: keyof FrameworkFiles, from: string, to: string, files = good): FrameworkFiles {
  expect(files[file]).toContain(from);
  return { ...files, [file]: files[file].replaceAll(from, to) };
}

const csv = (from: string, to: string) => edit('indicators.csv', from, to);
const json = (from: string, to: string) => edit('framework.json', from, to);

function complaintsOf(files: FrameworkFiles): string[] {
  try {
    parseFramework(files);
  } catch (error) {
    if (!(error instanceof FrameworkFault)) throw error;
    // Each has its words in Vietnamese, of what was found.
    const untold = error.complaints.filter((complaint) => complaintVi(complaint) === null);
    expect(untold).toEqual([]);
    return error.message.replace('FRAMEWORK_BROKEN: ', '').split('\n');
  }
  return [];
}

const awareness = 'awareness,awareness,Nhận thức số,Digital awareness,giá trị 0–1,direct,50,true,false,value 4 0..1';

describe('parseFramework', () => {
  it('reads what a statistician edits in a spreadsheet', () => {
    const { indicators, main_indices, total } = parseFramework(good);
    expect(indicators[2]).toEqual({
      indicator: 'infrastructure',
      main_index: 'infrastructure',
      name_vi: 'Hạ tầng số',
      name_en: 'Digital infrastructure',
      unit_of_measure_vi: 'giá trị 0–1',
      rule: 'direct',
      max_points: '140',
      assessed: true,
      evidence_required: false,
      inputs: [{ input: 'value', decimals: 4, minimum: '0', maximum: '1' }],
    });
    expect(main_indices).toHaveLength(8);
    expect(Object.keys(total)).toEqual(['name_vi', 'name_en']);
  });

  it.each(['javascript:alert(1)//', 'data:text/html,x', 'file:///etc/passwd', ' javascript:alert(1)'])(
    'takes no address that a page must not link to: %s',
    (url) => {
      const files = { ...good, 'framework.json': good['framework.json'].replace(/"url": "[^"]*"/, `"url": "${url}"`) };
      expect(complaintsOf(files)).toEqual([expect.stringContaining('legal_reference.url')]);
    },
  );

  it('is the same framework however a spreadsheet saved it: BOM, CRLF, TRUE, decomposed letters', () => {
    const saved = good['indicators.csv'].replaceAll('true', 'TRUE').replaceAll('\n', '\r\n').normalize('NFD');
    const resaved = {
      'framework.json': `\uFEFF${good['framework.json'].normalize('NFD')}`,
      'indicators.csv': `\uFEFF${saved}`,
    };
    expect(parseFramework(resaved).sha256).toBe(parseFramework(good).sha256);
  });

  it.each<[string, FrameworkFiles, string]>([
    [
      'sum of a main index',
      csv('direct,140,', 'direct,150,'),
      'framework.json:47: main_indices.2.points: is 140, but the indicators add up to 150; correct one or the other',
    ],
    [
      'sum of the total',
      json('"points": "940"', '"points": "1000"'),
      'framework.json:25: total.points: is 1000, but the indicators add up to 940; correct one or the other',
    ],
    [
      'indicator dropped from the round',
      csv('direct,140,true', 'direct,140,false'),
      'framework.json:48: main_indices.2.assessed_points: is 140, but the indicators add up to 0; correct one or the other',
    ],
    [
      'parent that does not exist',
      csv('awareness,awareness', 'awareness,mood'),
      'indicators.csv:2: main_index "mood" is not in framework.json; known are awareness, institutions, infrastructure, workforce, security, activity_gov, activity_econ, activity_soc',
    ],
    [
      'code in capitals',
      csv('awareness,awareness', 'Awareness,awareness'),
      'indicators.csv:2: indicator "Awareness" is not a code; use lower-case letters, digits and _',
    ],
    [
      'code used twice',
      csv('institutions,institutions', 'awareness,institutions'),
      'indicators.csv:3: indicator "awareness" stands on line 2 too; codes are unique',
    ],
    [
      'unknown rule',
      csv('awareness,giá trị 0–1,direct', 'awareness,giá trị 0–1,lottery'),
      'indicators.csv:2: rule "lottery" is not known; known are direct, external, yes_no, ratio, ratio_threshold, growth, count_tiers, role_tiers, additive_parts',
    ],
    [
      'points with a comma',
      csv(',direct,50,true,false,value 4 0..1\ninst', ',direct,"50,5",true,false,value 4 0..1\ninst'),
      'indicators.csv:2: max_points "50,5" is not a plain decimal; write 140 or 12.5',
    ],
    [
      'no points',
      csv('direct,140,', 'direct,0,'),
      'indicators.csv:4: max_points is 0; an indicator without points belongs in the note, not in the list',
    ],
    [
      'points finer than the framework keeps',
      csv('direct,140,', 'direct,140.00001,'),
      "indicators.csv:4: max_points 140.00001 has more than the framework's 4 decimals",
    ],
    [
      'neither true nor false',
      csv('direct,140,true', 'direct,140,yes'),
      'indicators.csv:4: assessed "yes" must be true or false',
    ],
    ['no Vietnamese name', csv('Hạ tầng số', ''), 'indicators.csv:4: name_vi is empty; write a text here'],
    [
      'unreadable input',
      csv(`${awareness}`, awareness.replace('value 4 0..1', 'value 0-1')),
      'indicators.csv:2: inputs "value 0-1" cannot be read; write name, decimals and bounds: value 4 0..1',
    ],
    [
      'input of another rule',
      csv(awareness, awareness.replace('value 4', 'count 4')),
      'indicators.csv:2: rule direct is computed from value; inputs name count',
    ],
    [
      'open bounds',
      csv(awareness, awareness.replace('0..1', '0..')),
      'indicators.csv:2: rule direct takes a share of the maximum; write its bounds as 0..1',
    ],
    [
      'decimals that are not kept',
      csv(awareness, awareness.replace('value 4', 'value 9')),
      'indicators.csv:2: input value has 9 decimals; at most 6 are kept exactly',
    ],
    [
      'comma in a text',
      csv('Digital awareness', 'Digital, awareness'),
      'indicators.csv:2: has 11 cells where the header has 10; quote a text that holds a comma',
    ],
    [
      'quote left open',
      csv('Digital awareness', '"Digital awareness'),
      'indicators.csv:9: is not CSV: Quote Not Closed: the parsing is finished with an opening quote at line 9',
    ],
    [
      'pillar of an unknown main index',
      json('"security", "activity_soc"', '"security", "activity_sport"'),
      'framework.json:103: pillars.2.main_indices.5: "activity_sport" is not a main index of this framework',
    ],
    [
      'main index twice in a pillar',
      json('"security", "activity_soc"', '"awareness", "activity_soc"'),
      'framework.json:103: pillars.2.main_indices.4: "awareness" stands twice in the pillar; it would count twice',
    ],
    [
      'pillar with the code of a main index',
      json('"pillar": "pillar_soc"', '"pillar": "security"'),
      'framework.json:100: pillars.2.pillar: "security" is another measure\'s code too; choose a code of its own',
    ],
    [
      'another tie rule than the engines know',
      json('"shared-minimum"', '"coin"'),
      'framework.json:19: ties: Invalid input: expected "shared-minimum"',
    ],
    [
      'field that nothing reads',
      json('"version": "1"', '"version": "1", "colour": "red"'),
      'framework.json:1: Unrecognized key: "colour"',
    ],
    [
      'no title',
      json('"title_vi": "Bộ chỉ số đánh giá chuyển đổi số cấp tỉnh (QĐ 405/QĐ-BKHCN)"', '"title_vi": ""'),
      'framework.json:5: title_vi: write a text here',
    ],
  ])('refuses %s and says where and what to do', (_what, files, complaint) => {
    expect(complaintsOf(files)).toContain(complaint);
  });

  it('names the line where JSON breaks off', () => {
    const [complaint, ...others] = complaintsOf(json('"version": "1",', '"version": "1"'));
    expect(complaint).toMatch(/^framework\.json:4: is not JSON: /);
    expect(others).toEqual([]);
  });

  it('names what a list saved with semicolons lacks, because Excel in Vietnam saves so', () => {
    const [complaint] = complaintsOf({ ...good, 'indicators.csv': good['indicators.csv'].replaceAll(',', ';') });
    expect(complaint).toBe(
      'indicators.csv:1: is saved with semicolons; save it with commas: in Excel choose "CSV UTF-8 (comma delimited)" with the list separator set to a comma, in LibreOffice the field separator ,',
    );
  });

  it('tells everything at once, from both files, and nothing twice', () => {
    const slips = edit('indicators.csv', 'direct,100,true', 'direct,1e2,maybe', json('"half-up"', '"down"'));
    expect(complaintsOf(slips)).toEqual([
      'framework.json:18: rounding: Invalid input: expected "half-up"',
      'indicators.csv:5: assessed "maybe" must be true or false',
      'indicators.csv:5: max_points "1e2" is not a plain decimal; write 140 or 12.5',
      'indicators.csv:6: assessed "maybe" must be true or false',
      'indicators.csv:6: max_points "1e2" is not a plain decimal; write 140 or 12.5',
    ]);
  });

  it('does not tell a line that cannot be read a second time as a sum that is wrong', () => {
    expect(complaintsOf(csv('direct,140,', 'direct,,'))).toEqual([
      'indicators.csv:4: max_points "" is not a plain decimal; write 140 or 12.5',
    ]);
  });

  it('refuses a main index without indicators: what has no points is a note, not an index', () => {
    const without = csv(`${awareness}\n`, '');
    expect(complaintsOf(without)[0]).toMatch(/^framework\.json:\d+: main_indices\.0: has no indicator/);
  });

  it('counts lines right after a text with a line break in it', () => {
    const broken = edit('indicators.csv', 'direct,140,', 'direct,0,', csv('Digital awareness', '"Digital\nawareness"'));
    expect(complaintsOf(broken)[0]).toMatch(/^indicators\.csv:5: max_points is 0/);
  });
});
