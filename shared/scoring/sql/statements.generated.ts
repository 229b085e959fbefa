// Made from the .sql files beside it by infra/sql/write-statements.ts; a test says when it is out of date.

export const statements: Record<string, string> = {
  'averages/checks/averages_nearest': `
-- An average is the nearest to its mean, halves up: (2 average - 1) n <= 2 sum < (2 average + 1) n, without division; it
-- exists where anybody has a value.
WITH
  sums AS (
    SELECT
      published.measure,
      CAST(COALESCE(SUM(scores.value_scaled), 0) AS bigint) AS total,
      COUNT(scores.value_scaled) AS unit_count
    FROM
      frozen_measures AS published
      LEFT JOIN measure_scores AS scores ON scores.measure = published.measure
    GROUP BY
      published.measure
  )
SELECT
  'fail' AS severity,
  'averages_nearest' AS check_name,
  CAST(NULL AS varchar) AS unit_id,
  sums.measure,
  'the average is not the mean of the values rounded half up' AS detail
FROM
  sums
  LEFT JOIN averages ON averages.measure = sums.measure
WHERE
  averages.unit_count IS DISTINCT FROM sums.unit_count
  OR (averages.value_scaled IS NULL) <> (sums.unit_count = 0)
  OR 2 * sums.total < (2 * averages.value_scaled - 1) * sums.unit_count
  OR 2 * sums.total >= (2 * averages.value_scaled + 1) * sums.unit_count
`,
  'averages/query': `
-- Purpose: country averages: plain means of the published values, half up.
-- Grain: measure, also one that nobody has a value of.
-- Article: methodology, publishing.
WITH
  sums AS (
    SELECT
      published.measure,
      published.position,
      CAST(SUM(scores.value_scaled) AS bigint) AS total,
      COUNT(scores.value_scaled) AS unit_count
    FROM
      frozen_measures AS published
      LEFT JOIN measure_scores AS scores ON scores.measure = published.measure
    GROUP BY
      published.measure,
      published.position
  )
SELECT
  measure,
  position,
  (2 * total + unit_count) / NULLIF(2 * unit_count, 0) AS value_scaled,
  unit_count
FROM
  sums
`,
  'indicator_points/checks/inputs_declared_once': `
-- One figure per unit, indicator and input: a second one would be counted twice.
SELECT
  'fail' AS severity,
  'inputs_declared_once' AS check_name,
  unit_id,
  indicator AS measure,
  INPUT AS detail
FROM
  frozen_observations
GROUP BY
  unit_id,
  indicator,
  INPUT
HAVING
  COUNT(*) > 1
`,
  'indicator_points/checks/inputs_of_submitted_units': `
-- Every figure belongs to a member of the group that is marked as submitted; another one would be dropped without a word.
SELECT DISTINCT
  'fail' AS severity,
  'inputs_of_submitted_units' AS check_name,
  observations.unit_id,
  observations.indicator AS measure,
  'the unit is not marked as submitted' AS detail
FROM
  frozen_observations AS observations
  LEFT JOIN frozen_units AS units ON units.unit_id = observations.unit_id
  AND units.submitted
WHERE
  units.unit_id IS NULL
`,
  'indicator_points/checks/inputs_present': `
-- A submitted unit declares every input of every assessed indicator. Intake rejects the rest, so a gap is our fault.
SELECT
  'fail' AS severity,
  'inputs_present' AS check_name,
  units.unit_id,
  indicators.indicator AS measure,
  'no value was declared' AS detail
FROM
  frozen_units AS units
  CROSS JOIN frozen_indicators AS indicators
  LEFT JOIN frozen_observations AS observations ON observations.unit_id = units.unit_id
  AND observations.indicator = indicators.indicator
  AND observations.input = 'value'
WHERE
  units.submitted
  AND observations.unit_id IS NULL
`,
  'indicator_points/checks/inputs_within_bounds': `
-- A value of rule direct lies in [0, 1]. One outside is bounded when it is scored; the publisher should know.
SELECT
  'warn' AS severity,
  'inputs_within_bounds' AS check_name,
  observations.unit_id,
  observations.indicator AS measure,
  'the declared value is not within zero and one' AS detail
FROM
  frozen_observations AS observations
  INNER JOIN frozen_indicators AS indicators ON indicators.indicator = observations.indicator
  CROSS JOIN frozen_framework AS framework
WHERE
  indicators.rule = 'direct'
  AND observations.input = 'value'
  AND (
    observations.value_scaled < 0
    OR observations.value_scaled > framework.input_scale
  )
`,
  'indicator_points/checks/points_complete': `
-- One row per submitted unit and assessed indicator, no more and no fewer.
WITH
  found AS (
    SELECT
      unit_id,
      COUNT(*) AS rows_found
    FROM
      indicator_points
    GROUP BY
      unit_id
  ),
  expected AS (
    SELECT
      COUNT(*) AS rows_expected
    FROM
      frozen_indicators
  )
SELECT
  'fail' AS severity,
  'points_complete' AS check_name,
  units.unit_id,
  CAST(NULL AS varchar) AS measure,
  'the unit has not one row per assessed indicator' AS detail
FROM
  frozen_units AS units
  CROSS JOIN expected
  LEFT JOIN found ON found.unit_id = units.unit_id
WHERE
  COALESCE(found.rows_found, 0) <> CASE
    WHEN units.submitted THEN expected.rows_expected
    ELSE 0
  END
`,
  'indicator_points/checks/points_within_maximum': `
-- Points exist and lie in [0, maximum].
SELECT
  'fail' AS severity,
  'points_within_maximum' AS check_name,
  unit_id,
  indicator AS measure,
  'points are missing, negative or above the maximum' AS detail
FROM
  indicator_points
WHERE
  points_scaled IS NULL
  OR points_scaled < 0
  OR points_scaled > max_points_scaled
`,
  'indicator_points/query': `
-- Purpose: points of every assessed indicator, rounded half up to points_scale and kept within [0, maximum].
-- Grain: submitted unit and assessed indicator. Points are NULL where an input is missing; missing is never zero.
-- Article: methodology, how an indicator scores; rounding.
WITH
  declared AS (
    SELECT
      units.unit_id,
      indicators.indicator,
      indicators.main_index,
      indicators.position,
      indicators.rule,
      indicators.max_points_scaled,
      framework.input_scale,
      -- Rule direct: a value above one earns the maximum, one below zero nothing. Bounded before the product, so that it
      -- stays within 64 bits.
      LEAST(GREATEST(observations.value_scaled, 0), framework.input_scale) AS value_scaled
    FROM
      frozen_units AS units
      CROSS JOIN frozen_indicators AS indicators
      CROSS JOIN frozen_framework AS framework
      LEFT JOIN frozen_observations AS observations ON observations.unit_id = units.unit_id
      AND observations.indicator = indicators.indicator
      AND observations.input = 'value'
    WHERE
      units.submitted
  ),
  -- Whole and remainder of the declared value, so that it is divided once and nothing overflows.
  divided AS (
    SELECT
      unit_id,
      indicator,
      main_index,
      position,
      rule,
      max_points_scaled,
      input_scale,
      value_scaled / input_scale AS whole,
      value_scaled % input_scale AS remainder
    FROM
      declared
  )
SELECT
  unit_id,
  indicator,
  main_index,
  position,
  CASE
    WHEN rule = 'direct' THEN whole * max_points_scaled + (2 * remainder * max_points_scaled + input_scale) / (2 * input_scale)
  END AS points_scaled,
  max_points_scaled
FROM
  divided
`,
  'main_index_scores/query': `
-- Purpose: S and M of every main index: what its assessed indicators earned, and what they could earn.
-- Grain: submitted unit and main index; both are zero where nothing of it was assessed.
-- Article: methodology, structure of the index.
WITH
  main_indices AS (
    SELECT DISTINCT
      main_index
    FROM
      frozen_measure_parts
  )
SELECT
  units.unit_id,
  main_indices.main_index,
  -- A sum skips NULL; a main index with a missing input has no sum.
  CASE
    WHEN COUNT(points.indicator) = COUNT(points.points_scaled) THEN CAST(COALESCE(SUM(points.points_scaled), 0) AS bigint)
  END AS points_scaled,
  CAST(COALESCE(SUM(points.max_points_scaled), 0) AS bigint) AS max_points_scaled
FROM
  frozen_units AS units
  CROSS JOIN main_indices
  LEFT JOIN indicator_points AS points ON points.unit_id = units.unit_id
  AND points.main_index = main_indices.main_index
WHERE
  units.submitted
GROUP BY
  units.unit_id,
  main_indices.main_index
`,
  'measure_scores/checks/ranks_proper': `
-- A rank is one more than the number of ranked units with a greater value, so ties share the smallest and the next is
-- skipped; whoever is not ranked has none.
WITH
  contenders AS (
    SELECT
      scores.unit_id,
      scores.measure,
      scores.value_scaled
    FROM
      measure_scores AS scores
      INNER JOIN frozen_units AS units ON units.unit_id = scores.unit_id
      INNER JOIN frozen_measures AS published ON published.measure = scores.measure
    WHERE
      units.ranked
      AND published.ranked
      AND scores.value_scaled IS NOT NULL
  ),
  counted AS (
    SELECT
      scores.unit_id,
      scores.measure,
      scores.rank,
      scores.value_scaled,
      COUNT(ahead.unit_id) + 1 AS rank_by_count
    FROM
      measure_scores AS scores
      LEFT JOIN contenders AS ahead ON ahead.measure = scores.measure
      AND ahead.value_scaled > scores.value_scaled
    GROUP BY
      scores.unit_id,
      scores.measure,
      scores.rank,
      scores.value_scaled
  )
SELECT
  'fail' AS severity,
  'ranks_proper' AS check_name,
  counted.unit_id,
  counted.measure,
  'the rank does not follow from the values' AS detail
FROM
  counted
  INNER JOIN frozen_units AS units ON units.unit_id = counted.unit_id
  INNER JOIN frozen_measures AS published ON published.measure = counted.measure
WHERE
  counted.rank IS DISTINCT FROM CASE
    WHEN units.ranked
    AND published.ranked
    AND counted.value_scaled IS NOT NULL THEN counted.rank_by_count
  END
`,
  'measure_scores/checks/scores_complete': `
-- One row per submitted unit and measure, no more and no fewer.
WITH
  found AS (
    SELECT
      unit_id,
      COUNT(*) AS rows_found
    FROM
      measure_scores
    GROUP BY
      unit_id
  ),
  expected AS (
    SELECT
      COUNT(*) AS rows_expected
    FROM
      frozen_measures
  )
SELECT
  'fail' AS severity,
  'scores_complete' AS check_name,
  units.unit_id,
  CAST(NULL AS varchar) AS measure,
  'the unit has not one row per measure' AS detail
FROM
  frozen_units AS units
  CROSS JOIN expected
  LEFT JOIN found ON found.unit_id = units.unit_id
WHERE
  COALESCE(found.rows_found, 0) <> CASE
    WHEN units.submitted THEN expected.rows_expected
    ELSE 0
  END
`,
  'measure_scores/checks/values_nearest': `
-- A value is the nearest to S / M at its scale, halves up: (2 value - 1) M <= 2 S scale < (2 value + 1) M, without division.
SELECT
  'fail' AS severity,
  'values_nearest' AS check_name,
  scores.unit_id,
  scores.measure,
  'the value is not S / M rounded half up' AS detail
FROM
  measure_scores AS scores
  CROSS JOIN frozen_framework AS framework
WHERE
  2 * scores.points_scaled * framework.value_scale < (2 * scores.value_scaled - 1) * scores.max_points_scaled
  OR 2 * scores.points_scaled * framework.value_scale >= (2 * scores.value_scaled + 1) * scores.max_points_scaled
`,
  'measure_scores/checks/values_within_bounds': `
-- A value lies in [0, 1]; it is missing only where nothing was assessed.
SELECT
  'fail' AS severity,
  'values_within_bounds' AS check_name,
  scores.unit_id,
  scores.measure,
  'the value is missing, negative or above one' AS detail
FROM
  measure_scores AS scores
  CROSS JOIN frozen_framework AS framework
WHERE
  (
    scores.value_scaled IS NULL
    AND scores.max_points_scaled <> 0
  )
  OR scores.value_scaled < 0
  OR scores.value_scaled > framework.value_scale
`,
  'measure_scores/query': `
-- Purpose: value and rank of what is published. A value is S / M, divided once, half up, in two steps that stay within
-- 64 bits. Ranks compare the rounded value; equal values share the smallest rank and the next is skipped.
-- Grain: submitted unit and measure.
-- Article: methodology, structure of the index; publishing.
WITH
  sums AS (
    SELECT
      scores.unit_id,
      parts.measure,
      CASE
        WHEN COUNT(*) = COUNT(scores.points_scaled) THEN CAST(SUM(scores.points_scaled) AS bigint)
      END AS points_scaled,
      CAST(SUM(scores.max_points_scaled) AS bigint) AS max_points_scaled
    FROM
      frozen_measure_parts AS parts
      INNER JOIN main_index_scores AS scores ON scores.main_index = parts.main_index
    GROUP BY
      scores.unit_id,
      parts.measure
  ),
  divided AS (
    SELECT
      unit_id,
      measure,
      points_scaled,
      max_points_scaled,
      points_scaled / NULLIF(max_points_scaled, 0) AS whole,
      points_scaled % NULLIF(max_points_scaled, 0) AS remainder
    FROM
      sums
  ),
  valued AS (
    SELECT
      divided.unit_id,
      divided.measure,
      divided.points_scaled,
      divided.max_points_scaled,
      divided.whole * framework.value_scale + (2 * divided.remainder * framework.value_scale + divided.max_points_scaled) / NULLIF(2 * divided.max_points_scaled, 0) AS value_scaled
    FROM
      divided
      CROSS JOIN frozen_framework AS framework
  ),
  -- Only contenders are ranked among each other. One pass, not a join with itself: Trino would compute all of it twice.
  contending AS (
    SELECT
      valued.unit_id,
      valued.measure,
      published.position,
      valued.points_scaled,
      valued.max_points_scaled,
      valued.value_scaled,
      units.ranked
      AND published.ranked
      AND valued.value_scaled IS NOT NULL AS contends
    FROM
      valued
      INNER JOIN frozen_units AS units ON units.unit_id = valued.unit_id
      INNER JOIN frozen_measures AS published ON published.measure = valued.measure
  )
SELECT
  unit_id,
  measure,
  position,
  points_scaled,
  max_points_scaled,
  value_scaled,
  CASE
    WHEN contends THEN RANK() OVER (
      PARTITION BY
        measure,
        contends
      ORDER BY
        value_scaled DESC
    )
  END AS rank
FROM
  contending
`,
  'successor_main_indices/checks/predecessors_complete': `
-- Every predecessor of a successor has a value for every main index; a mean over some of them would be another figure.
WITH
  successors AS (
    SELECT
      unit_id,
      COUNT(DISTINCT predecessor_id) AS predecessor_count
    FROM
      frozen_predecessor_scores
    GROUP BY
      unit_id
  )
SELECT
  'fail' AS severity,
  'predecessors_complete' AS check_name,
  successors.unit_id,
  published.measure,
  'a predecessor has no value, or more than one' AS detail
FROM
  successors
  CROSS JOIN frozen_measures AS published
  LEFT JOIN successor_main_indices AS means ON means.unit_id = successors.unit_id
  AND means.measure = published.measure
WHERE
  published.kind = 'main_index'
  AND (
    means.value_scaled IS NULL
    OR means.predecessor_count <> successors.predecessor_count
  )
`,
  'successor_main_indices/query': `
-- Purpose: main indices of a unit formed by a merger: plain means of its predecessors' published values, half up.
-- Grain: successor unit and main index; the value is NULL where a predecessor has none.
-- Article: methodology, publishing: a merged province. Total and pillars follow by the normal formula from these values.
WITH
  sums AS (
    SELECT
      scores.unit_id,
      scores.measure,
      published.position,
      COUNT(*) AS predecessor_count,
      CASE
        WHEN COUNT(*) = COUNT(scores.value_scaled) THEN CAST(SUM(scores.value_scaled) AS bigint)
      END AS total
    FROM
      frozen_predecessor_scores AS scores
      INNER JOIN frozen_measures AS published ON published.measure = scores.measure
    WHERE
      published.kind = 'main_index'
    GROUP BY
      scores.unit_id,
      scores.measure,
      published.position
  )
SELECT
  unit_id,
  measure,
  position,
  (2 * total + predecessor_count) / NULLIF(2 * predecessor_count, 0) AS value_scaled,
  predecessor_count
FROM
  sums
`,
};
