import type { Framework, Measure } from './framework.ts';

/** What the framework publishes, in order: total (coded like the index), main indices, pillars. */
export function measuresOf(framework: Framework): Measure[] {
  const mainIndices = mainIndexMeasures(framework);
  if (!framework.total_published) return mainIndices;
  return [totalMeasure(framework), ...mainIndices, ...pillarMeasures(framework)];
}

const totalMeasure = ({ index, total, main_indices }: Framework): Measure => ({
  measure: index,
  kind: 'total',
  name_vi: total.name_vi,
  name_en: total.name_en,
  main_indices: main_indices.map(({ main_index }) => main_index),
  ranked: true,
});

const mainIndexMeasures = ({ main_indices, total_published }: Framework): Measure[] =>
  main_indices.map(({ main_index, name_vi, name_en }) => ({
    measure: main_index,
    kind: 'main_index',
    name_vi,
    name_en,
    main_indices: [main_index],
    ranked: total_published,
  }));

const pillarMeasures = ({ pillars }: Framework): Measure[] =>
  pillars.map(({ pillar, name_vi, name_en, main_indices }) => ({
    measure: pillar,
    kind: 'pillar',
    name_vi,
    name_en,
    main_indices,
    ranked: true,
  }));
