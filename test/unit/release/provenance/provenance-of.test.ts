import { describe, expect, it } from 'vitest';
import type { ReceivedFile } from '../../../../shared/release/provenance/provenance.ts';
import { provenanceOf } from '../../../../shared/release/provenance/provenance-of.ts';
import type { TracedRelease } from '../../../../shared/release/provenance/traced-release.ts';
import type { FrozenObservation } from '../../../../shared/scoring/scores.ts';
import { fixedProvenance } from '../../../support/fixed-provenance.ts';
import { hashNamed } from '../../../support/hash-named.ts';
import { type SketchOptions, sketchRelease, tracedFramework, traceSketch } from '../../../support/traced-sketch.ts';

const framework = tracedFramework({
  online: { rule: 'ratio', main_index: 'activity', unit_of_measure_vi: 'hồ sơ; nghìn hồ sơ', max_points: '20' },
  plan: { rule: 'yes_no', main_index: 'activity' },
  late: { rule: 'yes_no', main_index: 'activity' },
  incidents: { rule: 'ratio', main_index: 'activity' },
  pilot: { rule: 'direct', main_index: 'activity', assessed: false },
  base: { rule: 'direct', main_index: 'foundation', max_points: '70' },
  none: { rule: 'direct', main_index: 'island' },
  next: { rule: 'direct', main_index: 'later', assessed: false },
});
const figures = {
  online: { figures: { numerator: '75', denominator: '100' } },
  plan: { figures: { answer: '1' }, state: 'carried' as const },
  late: { state: 'not_answered' as const },
  incidents: { figures: { numerator: '0', denominator: '0' } },
  base: { figures: { value: '0.5' } },
  none: { state: 'not_applicable' as const },
};
const trace = (options: SketchOptions = {}) => traceSketch(framework, { X1: figures, X2: figures }, options);

function indicatorsOf(release: TracedRelease, measure = 'activity') {
  const { ground } = provenanceOf(release, 'X1', measure);
  if (ground.kind !== 'indicators') throw new Error(`${measure} rests on ${ground.kind}`);
  return Object.fromEntries(ground.indicators.map((indicator) => [indicator.indicator, indicator]));
}

describe('provenance of a main index', () => {
  it('leads from the value down to the cell of each figure', () => {
    const { result, ground, files } = provenanceOf(trace(), 'X1', 'activity');
    expect(result).toEqual({
      ...{ state: 'published', value: '0.6250', rank: 1, ranked_units: 2, tied_units: 2 },
      answered: { answered: 2, asked: 3 },
    });
    expect(ground).toMatchObject({
      working: { points_terms: ['15', '10', '0'], points: '25', max_terms: ['20', '10', '10'], max_points: '40' },
    });
    expect(files).toEqual([{ submission_sha256: hashNamed('X1'), part: 'submission', received: null }]);
    expect(indicatorsOf(trace()).online).toMatchObject({ self_points: '15', appraised_points: null, points: '15' });
    expect(indicatorsOf(trace()).online!.figures).toEqual([
      {
        ...{ input: 'numerator', label_vi: 'Tử số', label_en: 'Numerator', unit_of_measure_vi: 'hồ sơ', value: '75' },
        ...{ submission_sha256: hashNamed('X1'), place: { kind: 'cell', sheet: 'Số liệu', cell: 'D1' } },
      },
      {
        ...{ input: 'denominator', label_vi: 'Mẫu số', label_en: 'Denominator', unit_of_measure_vi: 'nghìn hồ sơ' },
        ...{ value: '100', submission_sha256: hashNamed('X1') },
        place: { kind: 'cell', sheet: 'Số liệu', cell: 'D2' },
      },
    ]);
  });

  it('tells every absence by its state, and never as a zero', () => {
    const { plan, late, incidents, pilot } = indicatorsOf(trace());
    expect(plan).toMatchObject({ state: 'carried', carried_from: '2025', points: '10' });
    expect(late).toMatchObject({ state: 'not_answered', working: null, points: '0', figures: [] });
    // The figures are there, and say why it left the maximum.
    expect(incidents).toMatchObject({ state: 'not_applicable', points: null, working: { kind: 'indivisible' } });
    expect(incidents!.figures).toHaveLength(2);
    expect(pilot).toMatchObject({ state: 'not_assessed', points: null, working: null, figures: [] });
  });

  it('has what was appraised beside what was declared, and its reason only where the framework publishes reasons', () => {
    const appraisals = [{ unit_id: 'X1', indicator: 'online', points: '12', reason: 'Thiếu hồ sơ' }];
    const shown = indicatorsOf(trace({ change: { appraisals } })).online;
    expect(shown).toMatchObject({ self_points: '15', appraised_points: '12', points: '12', reason: null });
    const open = { change: { appraisals, framework: { ...framework, appraisal_reasons: 'published' as const } } };
    expect(indicatorsOf(trace(open)).online).toMatchObject({ reason: 'Thiếu hồ sơ' });
  });

  it('is not told where it would explain another figure than the one that was published', () => {
    const raised = trace({
      tamper: (scores) => ({
        ...scores,
        indicator_points: scores.indicator_points.map((row) =>
          row.indicator === 'online' ? { ...row, self_points: '16.0000', points: '16.0000' } : row,
        ),
      }),
    });
    const misfit = expect.objectContaining({ code: 'PROVENANCE_MISFIT' });
    expect(() => provenanceOf(raised, 'X1', 'activity')).toThrow(misfit);
    const moved = trace({
      tamper: (scores) => ({
        ...scores,
        measure_scores: scores.measure_scores.map((row) =>
          row.measure === 'foundation' ? { ...row, value: '0.5001' } : row,
        ),
      }),
    });
    expect(() => provenanceOf(moved, 'X1', 'foundation')).toThrow(misfit);
  });

  it('has no value where nothing applies, where nothing was assessed, and where nothing came', () => {
    const absent = [{}, { submitted: false, submission_sha256: null }];
    const release = traceSketch(framework, { X1: figures, X2: {} }, { units: absent });
    const tell = (unitId: string, measure: string) => provenanceOf(release, unitId, measure);
    expect(tell('X1', 'island')).toMatchObject({ result: { state: 'not_applicable' }, ground: { working: null } });
    expect(tell('X1', 'later').result).toEqual({ state: 'not_assessed' });
    expect(tell('X2', 'foundation')).toMatchObject({ result: { state: 'not_submitted' }, files: [] });
    expect(tell('X2', 'dti')).toMatchObject({
      result: { state: 'not_submitted' },
      ground: { working: null, parts: [] },
    });
  });
});

describe('provenance of a total', () => {
  it('is what its main indices add up to, and says which left the maximum', () => {
    const { ground, result } = provenanceOf(trace(), 'X1', 'dti');
    expect(result).toMatchObject({ value: '0.5455' });
    expect(ground).toMatchObject({
      kind: 'measures',
      working: { points_terms: ['25', '35', '0', '0'], max_terms: ['40', '70', '0', '0'], exact: false },
      parts: [
        { measure: 'activity', value: '0.6250', missing: null },
        { measure: 'foundation', value: '0.5000' },
        { measure: 'island', value: null, missing: 'not_applicable' },
        { measure: 'later', value: null, missing: 'not_assessed' },
      ],
    });
  });
});

/** X1's figures as they came: in lines of CSV, the first of an earlier file, the carried one of another period. */
function mixedFiles(observations: FrozenObservation[]) {
  return observations.map((figure, place) => ({
    ...figure,
    ...(figure.unit_id === 'X1' && place > 0 ? { sheet: null, cell: null } : {}),
    ...(figure.unit_id === 'X1' && place === 0 ? { submission_sha256: hashNamed('first') } : {}),
    ...(figure.unit_id === 'X1' && figure.indicator === 'plan' ? { submission_sha256: hashNamed('2025') } : {}),
  }));
}

describe('files', () => {
  const observations = mixedFiles(['X1', 'X2'].flatMap((id) => [...trace().rowsOf(id).observations.values()].flat()));
  const change = { observations };
  const units = [{ kept_from: [hashNamed('first')] }];
  const [receipts] = fixedProvenance(sketchRelease, {
    ...{ observations, units: [{ unit_id: 'X1', submission_sha256: hashNamed('X1') }] },
    ...{ group: { group: 'province34' }, period: '2024' },
  } as never).units;
  const known = (format: ReceivedFile['format']) => ({
    release: sketchRelease,
    units: [{ ...receipts!, files: receipts!.files.map((file) => ({ ...file, format })) }],
  });
  const placesOf = (options: SketchOptions) =>
    indicatorsOf(trace({ change, units, ...options })).online!.figures.map(({ place }) => place);

  it('are the one that counts, then those of figures that a part left standing, and of those carried', () => {
    const { files } = provenanceOf(trace({ change, units, provenance: known('csv') }), 'X1', 'activity');
    expect(files.map(({ submission_sha256, part }) => [submission_sha256, part])).toEqual([
      [hashNamed('X1'), 'submission'],
      [hashNamed('first'), 'kept'],
      [hashNamed('2025'), 'carried'],
    ]);
    expect(files.map(({ received }) => received?.receipt)).toEqual([1, 1, 1]);
  });

  it('hold a figure in a cell, a line of CSV or an element of JSON', () => {
    const cell = { kind: 'cell', sheet: 'Số liệu', cell: 'D1' };
    expect(placesOf({ provenance: known('csv') })).toEqual([cell, { kind: 'line', line: 3 }]);
    expect(placesOf({ provenance: known('json') })).toEqual([cell, { kind: 'pointer', pointer: '/2/value' }]);
  });

  it('of a release without provenance.json are told by their hash, and the line is said to be unknown', () => {
    expect(placesOf({})).toEqual([{ kind: 'cell', sheet: 'Số liệu', cell: 'D1' }, { kind: 'unknown' }]);
  });
});

describe('what is not there', () => {
  it('is a fault by name', () => {
    expect(() => provenanceOf(trace(), 'X9', 'dti')).toThrow(expect.objectContaining({ code: 'UNIT_UNKNOWN' }));
    expect(() => provenanceOf(trace(), 'X1', 'best')).toThrow(expect.objectContaining({ code: 'MEASURE_UNKNOWN' }));
  });
});
