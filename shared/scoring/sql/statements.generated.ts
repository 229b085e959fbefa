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
  'declared_fractions/query': `
-- Purpose: what was declared for an indicator that earns a share of its maximum, as numerator and denominator.
-- Grain: unit and indicator with a figure; a part that was not declared is NULL. Growth is the change over what was before.
-- Article: methodology, how an indicator scores.
WITH
  figures AS (
    SELECT
      observations.unit_id,
      indicators.indicator,
      indicators.rule,
      indicators.input_scale,
      MAX(
        CASE
          WHEN observations.input = 'value' THEN observations.value_scaled
        END
      ) AS value_scaled,
      MAX(
        CASE
          WHEN observations.input = 'previous' THEN observations.value_scaled
        END
      ) AS previous_scaled,
      MAX(
        CASE
          WHEN observations.input = 'answer' THEN observations.value_scaled
        END
      ) AS answer_scaled,
      MAX(
        CASE
          WHEN observations.input = 'numerator' THEN observations.value_scaled
        END
      ) AS numerator_scaled,
      MAX(
        CASE
          WHEN observations.input = 'denominator' THEN observations.value_scaled
        END
      ) AS denominator_scaled
    FROM
      frozen_observations AS observations
      INNER JOIN frozen_indicators AS indicators ON indicators.indicator = observations.indicator
    WHERE
      indicators.rule IN ('direct', 'external', 'yes_no', 'ratio', 'ratio_threshold', 'growth')
    GROUP BY
      observations.unit_id,
      indicators.indicator,
      indicators.rule,
      indicators.input_scale
  )
SELECT
  unit_id,
  indicator,
  CASE
    WHEN rule IN ('direct', 'external') THEN value_scaled
    WHEN rule = 'yes_no' THEN answer_scaled
    WHEN rule = 'growth' THEN value_scaled - previous_scaled
    ELSE numerator_scaled
  END AS numerator_scaled,
  CASE
    WHEN rule IN ('direct', 'external', 'yes_no') THEN input_scale
    WHEN rule = 'growth' THEN previous_scaled
    ELSE denominator_scaled
  END AS denominator_scaled
FROM
  figures
`,
  'fraction_points/query': `
-- Purpose: points of a declared fraction: numerator / (denominator x target) x maximum, rounded half up to points_scale.
-- Grain: unit and indicator with a figure. NULL where a part is missing; zero where there is nothing to divide by.
-- Article: methodology, how an indicator scores; rounding.
-- The product would not fit 64 bits. So it is a long division by the denominator: the maximum comes in as two digits of
-- digit_base, then the target's decimals; the one division by the target at the end rounds.
WITH
  bounded AS (
    SELECT
      fractions.unit_id,
      fractions.indicator,
      GREATEST(fractions.numerator_scaled, 0) AS numerator,
      CASE
        WHEN fractions.denominator_scaled > 0 THEN fractions.denominator_scaled
      END AS denominator,
      fractions.denominator_scaled <= 0
      AND fractions.numerator_scaled IS NOT NULL AS nothing_to_measure,
      indicators.max_points_scaled / framework.digit_base AS high_digit,
      indicators.max_points_scaled % framework.digit_base AS low_digit,
      framework.digit_base,
      indicators.target_scaled,
      indicators.target_scale,
      -- This many times the denominator is above the target, so it earns the maximum, and more of it nothing more.
      indicators.target_scaled / indicators.target_scale + 1 AS more_than_target
    FROM
      declared_fractions AS fractions
      INNER JOIN frozen_indicators AS indicators ON indicators.indicator = fractions.indicator
      CROSS JOIN frozen_framework AS framework
  ),
  divided AS (
    SELECT
      unit_id,
      indicator,
      denominator,
      nothing_to_measure,
      high_digit,
      low_digit,
      digit_base,
      target_scaled,
      target_scale,
      LEAST(numerator / NULLIF(denominator, 0), more_than_target) AS quotient,
      numerator % NULLIF(denominator, 0) AS remainder
    FROM
      bounded
  ),
  times_high_digit AS (
    SELECT
      unit_id,
      indicator,
      denominator,
      nothing_to_measure,
      digit_base,
      target_scaled,
      target_scale,
      quotient * low_digit AS low_quotient,
      remainder * low_digit AS low_remainder,
      quotient * high_digit + (remainder * high_digit) / NULLIF(denominator, 0) AS quotient,
      (remainder * high_digit) % NULLIF(denominator, 0) AS remainder
    FROM
      divided
  ),
  times_maximum AS (
    SELECT
      unit_id,
      indicator,
      denominator,
      nothing_to_measure,
      target_scaled,
      target_scale,
      quotient * digit_base + low_quotient + (remainder * digit_base + low_remainder) / NULLIF(denominator, 0) AS quotient,
      (remainder * digit_base + low_remainder) % NULLIF(denominator, 0) AS remainder
    FROM
      times_high_digit
  ),
  times_target_scale AS (
    SELECT
      unit_id,
      indicator,
      denominator,
      nothing_to_measure,
      target_scaled,
      quotient * target_scale + (remainder * target_scale) / NULLIF(denominator, 0) AS quotient,
      (remainder * target_scale) % NULLIF(denominator, 0) AS remainder
    FROM
      times_maximum
  )
SELECT
  unit_id,
  indicator,
  CASE
    WHEN nothing_to_measure THEN 0
    ELSE (2 * quotient + (2 * remainder) / NULLIF(denominator, 0) + target_scaled) / NULLIF(2 * target_scaled, 0)
  END AS points_scaled,
  nothing_to_measure
FROM
  times_target_scale
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
  'indicator_points/checks/inputs_known': `
-- Every figure is one that an assessed indicator asks for; one by another code would be left out without a word.
SELECT DISTINCT
  'fail' AS severity,
  'inputs_known' AS check_name,
  observations.unit_id,
  observations.indicator AS measure,
  'no indicator that is assessed asks for it: ' || observations.input AS detail
FROM
  frozen_observations AS observations
  LEFT JOIN frozen_inputs AS inputs ON inputs.indicator = observations.indicator
  AND inputs.input = observations.input
WHERE
  inputs.indicator IS NULL
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
-- A unit that answers an indicator declares every figure that it asks for. Intake rejects the rest, so a gap is our fault.
SELECT
  'fail' AS severity,
  'inputs_present' AS check_name,
  answers.unit_id,
  answers.indicator AS measure,
  'no figure was declared: ' || inputs.input AS detail
FROM
  unit_answers AS answers
  INNER JOIN frozen_inputs AS inputs ON inputs.indicator = answers.indicator
  LEFT JOIN frozen_observations AS observations ON observations.unit_id = answers.unit_id
  AND observations.indicator = answers.indicator
  AND observations.input = inputs.input
WHERE
  answers.state IN ('answered', 'carried')
  AND observations.unit_id IS NULL
`,
  'indicator_points/checks/inputs_within_bounds': `
-- A figure lies within the bounds of its input. Points of one outside are kept within the maximum; the publisher should
-- know.
SELECT
  'warn' AS severity,
  'inputs_within_bounds' AS check_name,
  observations.unit_id,
  observations.indicator AS measure,
  'a declared figure is out of bounds: ' || observations.input AS detail
FROM
  frozen_observations AS observations
  INNER JOIN frozen_inputs AS inputs ON inputs.indicator = observations.indicator
  AND inputs.input = observations.input
WHERE
  observations.value_scaled < inputs.minimum_scaled
  OR observations.value_scaled > inputs.maximum_scaled
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
-- Points exist and lie in [0, maximum], whoever gave them; where the indicator leaves the maximum there are none.
SELECT
  'fail' AS severity,
  'points_within_maximum' AS check_name,
  unit_id,
  indicator AS measure,
  'points are missing, negative or above the maximum' AS detail
FROM
  indicator_points
WHERE
  (
    points_scaled IS NULL
    AND state NOT IN ('not_applicable', 'not_due')
  )
  OR points_scaled < 0
  OR points_scaled > max_points_scaled
  OR self_points_scaled < 0
  OR self_points_scaled > max_points_scaled
  OR appraised_points_scaled < 0
  OR appraised_points_scaled > max_points_scaled
`,
  'indicator_points/checks/states_consistent': `
-- The state explains the points: what leaves the maximum has neither points nor maximum, all else has the framework's
-- maximum, nothing is earned without an answer, and a state that was frozen is still that state.
SELECT
  'fail' AS severity,
  'states_consistent' AS check_name,
  points.unit_id,
  points.indicator AS measure,
  'points and maximum do not follow from the state ' || points.state AS detail
FROM
  indicator_points AS points
  INNER JOIN frozen_indicators AS indicators ON indicators.indicator = points.indicator
  LEFT JOIN frozen_answers AS answers ON answers.unit_id = points.unit_id
  AND answers.indicator = points.indicator
WHERE
  points.state NOT IN ('answered', 'carried', 'not_applicable', 'not_due', 'not_answered')
  OR (
    points.state IN ('not_applicable', 'not_due')
    AND (
      points.max_points_scaled <> 0
      OR points.points_scaled IS NOT NULL
      OR points.self_points_scaled IS NOT NULL
      OR points.appraised_points_scaled IS NOT NULL
    )
  )
  OR (
    points.state IN ('answered', 'carried', 'not_answered')
    AND (
      points.max_points_scaled <> indicators.max_points_scaled
      OR points.points_scaled <> COALESCE(points.appraised_points_scaled, points.self_points_scaled)
    )
  )
  OR (
    points.state = 'not_answered'
    AND points.self_points_scaled <> 0
  )
  OR (
    points.state <> COALESCE(answers.state, 'answered')
    AND (
      points.state <> 'not_applicable'
      OR answers.state IN ('not_due', 'not_answered')
    )
  )
`,
  'indicator_points/query': `
-- Purpose: what counts for every assessed indicator: the appraised points where there are any, else the unit's own.
-- Grain: submitted unit and assessed indicator. Points are NULL where it leaves the maximum, and where a figure is missing:
-- an appraisal does not stand in for a figure.
-- Article: methodology, three scores.
WITH
  appraised AS (
    SELECT
      points.unit_id,
      points.indicator,
      points.main_index,
      points.position,
      points.state,
      points.self_points_scaled,
      CASE
        WHEN points.state IN ('answered', 'carried', 'not_answered') THEN appraisals.points_scaled
      END AS appraised_points_scaled,
      points.max_points_scaled
    FROM
      self_points AS points
      LEFT JOIN frozen_appraisals AS appraisals ON appraisals.unit_id = points.unit_id
      AND appraisals.indicator = points.indicator
  )
SELECT
  unit_id,
  indicator,
  main_index,
  position,
  state,
  self_points_scaled,
  appraised_points_scaled,
  CASE
    WHEN self_points_scaled IS NOT NULL THEN COALESCE(appraised_points_scaled, self_points_scaled)
  END AS points_scaled,
  max_points_scaled
FROM
  appraised
`,
  'main_index_scores/checks/sums_add_up': `
-- S and M of a main index are the sums over its indicators: put together with the opposite sign nothing is left.
WITH
  entries AS (
    SELECT
      unit_id,
      main_index,
      points_scaled,
      max_points_scaled
    FROM
      main_index_scores
    UNION ALL
    SELECT
      unit_id,
      main_index,
      - points_scaled AS points_scaled,
      - max_points_scaled AS max_points_scaled
    FROM
      indicator_points
  )
SELECT
  'fail' AS severity,
  'sums_add_up' AS check_name,
  unit_id,
  main_index AS measure,
  'points or maximum are not the sum over the indicators' AS detail
FROM
  entries
GROUP BY
  unit_id,
  main_index
HAVING
  CAST(COALESCE(SUM(points_scaled), 0) AS bigint) <> 0
  OR CAST(COALESCE(SUM(max_points_scaled), 0) AS bigint) <> 0
`,
  'main_index_scores/query': `
-- Purpose: S and M of every main index: what its indicators earned, and what those that count could earn.
-- Grain: submitted unit and main index; both are zero where nothing of it was assessed or applies.
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
  -- A sum skips NULL. What leaves the maximum may be skipped; a main index with a missing figure has no sum.
  CASE
    WHEN COUNT(
      CASE
        WHEN points.points_scaled IS NULL
        AND points.state NOT IN ('not_applicable', 'not_due') THEN points.indicator
      END
    ) = 0 THEN CAST(COALESCE(SUM(points.points_scaled), 0) AS bigint)
  END AS points_scaled,
  CAST(COALESCE(SUM(points.max_points_scaled), 0) AS bigint) AS max_points_scaled,
  COUNT(
    CASE
      WHEN points.state IN ('answered', 'carried') THEN points.indicator
    END
  ) AS answered_count,
  COUNT(
    CASE
      WHEN points.state IN ('answered', 'carried', 'not_answered') THEN points.indicator
    END
  ) AS asked_count
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
  'measure_scores/checks/answers_counted': `
-- Answered are the indicators of the measure with figures, asked those that did not leave its maximum: what is told
-- beside a rank is counted again from the states.
WITH
  expected AS (
    SELECT
      points.unit_id,
      parts.measure,
      COUNT(
        CASE
          WHEN points.state IN ('answered', 'carried') THEN points.indicator
        END
      ) AS answered_count,
      COUNT(
        CASE
          WHEN points.state NOT IN ('not_applicable', 'not_due') THEN points.indicator
        END
      ) AS asked_count
    FROM
      indicator_points AS points
      INNER JOIN frozen_measure_parts AS parts ON parts.main_index = points.main_index
    GROUP BY
      points.unit_id,
      parts.measure
  )
SELECT
  'fail' AS severity,
  'answers_counted' AS check_name,
  scores.unit_id,
  scores.measure,
  'answered or asked are not the indicators with such a state' AS detail
FROM
  measure_scores AS scores
  LEFT JOIN expected ON expected.unit_id = scores.unit_id
  AND expected.measure = scores.measure
WHERE
  scores.answered_count <> COALESCE(expected.answered_count, 0)
  OR scores.asked_count <> COALESCE(expected.asked_count, 0)
`,
  'measure_scores/checks/maxima_of_framework': `
-- M of a measure is what the framework gives to its assessed indicators, less those that leave the maximum for the unit.
WITH
  expected AS (
    SELECT
      points.unit_id,
      parts.measure,
      CAST(
        SUM(
          CASE
            WHEN points.state IN ('not_applicable', 'not_due') THEN 0
            ELSE indicators.max_points_scaled
          END
        ) AS bigint
      ) AS max_points_scaled
    FROM
      indicator_points AS points
      INNER JOIN frozen_indicators AS indicators ON indicators.indicator = points.indicator
      INNER JOIN frozen_measure_parts AS parts ON parts.main_index = indicators.main_index
    GROUP BY
      points.unit_id,
      parts.measure
  )
SELECT
  'fail' AS severity,
  'maxima_of_framework' AS check_name,
  scores.unit_id,
  scores.measure,
  'the maximum is not what the framework gives to what applies' AS detail
FROM
  measure_scores AS scores
  LEFT JOIN expected ON expected.unit_id = scores.unit_id
  AND expected.measure = scores.measure
WHERE
  scores.max_points_scaled <> COALESCE(expected.max_points_scaled, 0)
`,
  'measure_scores/checks/ranks_proper': `
-- Ranks are a permutation with ties: a rank is one more than the number of ranked units with a greater value, so ties
-- share the smallest and the next is skipped. Whoever is not ranked has none, and whoever answered too little of all, or
-- nothing of the measure.
WITH
  shares AS (
    SELECT
      unit_id,
      COUNT(
        CASE
          WHEN state IN ('answered', 'carried') THEN indicator
        END
      ) AS answered_count,
      COUNT(
        CASE
          WHEN state NOT IN ('not_applicable', 'not_due') THEN indicator
        END
      ) AS asked_count
    FROM
      indicator_points
    GROUP BY
      unit_id
  ),
  eligible AS (
    SELECT
      scores.unit_id,
      scores.measure,
      scores.rank,
      scores.value_scaled,
      units.ranked
      AND published.ranked
      AND scores.value_scaled IS NOT NULL
      AND scores.answered_count > 0
      AND shares.answered_count * framework.share_scale >= framework.minimum_answered_scaled * shares.asked_count AS contends
    FROM
      measure_scores AS scores
      INNER JOIN frozen_units AS units ON units.unit_id = scores.unit_id
      INNER JOIN frozen_measures AS published ON published.measure = scores.measure
      CROSS JOIN frozen_framework AS framework
      LEFT JOIN shares ON shares.unit_id = scores.unit_id
  ),
  -- Those who do not contend are listed after a value of their own group, and never counted ahead of anybody.
  counted AS (
    SELECT
      unit_id,
      measure,
      rank,
      contends,
      COUNT(*) OVER (
        PARTITION BY
          measure,
          contends
        ORDER BY
          value_scaled DESC
      ) AS as_good_or_better,
      COUNT(*) OVER (
        PARTITION BY
          measure,
          contends,
          value_scaled
      ) AS as_good
    FROM
      eligible
  )
SELECT
  'fail' AS severity,
  'ranks_proper' AS check_name,
  unit_id,
  measure,
  'the rank does not follow from the values' AS detail
FROM
  counted
WHERE
  rank IS DISTINCT FROM CASE
    WHEN contends THEN as_good_or_better - as_good + 1
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
-- A value lies in [0, 1]; it is missing only where nothing was assessed or applies.
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
-- 64 bits. Ranks compare the rounded value; equal values share the smallest rank and the next is skipped. A unit that
-- answered too little keeps its values and has no rank; nor has one, in a measure, that answered nothing of it.
-- Grain: submitted unit and measure.
-- Article: methodology, structure of the index; publishing.
WITH
  -- The minimum share is of all main indices of a unit, whatever the measure.
  counted AS (
    SELECT
      unit_id,
      main_index,
      points_scaled,
      max_points_scaled,
      answered_count,
      asked_count,
      CAST(
        SUM(answered_count) OVER (
          PARTITION BY
            unit_id
        ) AS bigint
      ) AS unit_answered_count,
      CAST(
        SUM(asked_count) OVER (
          PARTITION BY
            unit_id
        ) AS bigint
      ) AS unit_asked_count
    FROM
      main_index_scores
  ),
  sums AS (
    SELECT
      scores.unit_id,
      parts.measure,
      scores.unit_answered_count,
      scores.unit_asked_count,
      CAST(SUM(scores.answered_count) AS bigint) AS answered_count,
      CAST(SUM(scores.asked_count) AS bigint) AS asked_count,
      CASE
        WHEN COUNT(*) = COUNT(scores.points_scaled) THEN CAST(SUM(scores.points_scaled) AS bigint)
      END AS points_scaled,
      CAST(SUM(scores.max_points_scaled) AS bigint) AS max_points_scaled
    FROM
      frozen_measure_parts AS parts
      INNER JOIN counted AS scores ON scores.main_index = parts.main_index
    GROUP BY
      scores.unit_id,
      parts.measure,
      scores.unit_answered_count,
      scores.unit_asked_count
  ),
  divided AS (
    SELECT
      unit_id,
      measure,
      unit_answered_count,
      unit_asked_count,
      answered_count,
      asked_count,
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
      divided.whole * framework.value_scale + (2 * divided.remainder * framework.value_scale + divided.max_points_scaled) / NULLIF(2 * divided.max_points_scaled, 0) AS value_scaled,
      divided.answered_count,
      divided.asked_count,
      divided.unit_answered_count * framework.share_scale >= framework.minimum_answered_scaled * divided.unit_asked_count AS answered_enough
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
      valued.answered_count,
      valued.asked_count,
      units.ranked
      AND published.ranked
      AND valued.answered_enough
      AND valued.answered_count > 0
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
  END AS rank,
  answered_count,
  asked_count
FROM
  contending
`,
  'self_points/query': `
-- Purpose: what a unit earns by its own figures, kept within [0, maximum], and what that adds to the maximum.
-- Grain: submitted unit and assessed indicator. NULL where the indicator leaves the maximum, and where a figure is missing.
-- Article: methodology, how an indicator scores; what leaves the maximum.
WITH
  scored AS (
    SELECT
      answers.unit_id,
      indicators.indicator,
      indicators.main_index,
      indicators.position,
      CASE
        WHEN answers.state IN ('answered', 'carried')
        AND fractions.nothing_to_measure
        AND indicators.zero_denominator = 'not_applicable' THEN 'not_applicable'
        ELSE answers.state
      END AS state,
      COALESCE(fractions.points_scaled, tiers.points_scaled) AS points_by_rule,
      indicators.max_points_scaled
    FROM
      unit_answers AS answers
      INNER JOIN frozen_indicators AS indicators ON indicators.indicator = answers.indicator
      LEFT JOIN fraction_points AS fractions ON fractions.unit_id = answers.unit_id
      AND fractions.indicator = answers.indicator
      LEFT JOIN tier_points AS tiers ON tiers.unit_id = answers.unit_id
      AND tiers.indicator = answers.indicator
  )
SELECT
  unit_id,
  indicator,
  main_index,
  position,
  state,
  CASE
    WHEN state IN ('answered', 'carried') THEN LEAST(GREATEST(points_by_rule, 0), max_points_scaled)
    WHEN state = 'not_answered' THEN 0
  END AS self_points_scaled,
  CASE
    WHEN state IN ('not_applicable', 'not_due') THEN 0
    ELSE max_points_scaled
  END AS max_points_scaled
FROM
  scored
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
  'tier_points/checks/choices_known': `
-- A choice that counts is one of the indicator's tiers. Another one has no points, which is not the same as zero.
SELECT
  'fail' AS severity,
  'choices_known' AS check_name,
  observations.unit_id,
  observations.indicator AS measure,
  'the choice is no tier of the indicator' AS detail
FROM
  frozen_observations AS observations
  INNER JOIN frozen_indicators AS indicators ON indicators.indicator = observations.indicator
  INNER JOIN unit_answers AS answers ON answers.unit_id = observations.unit_id
  AND answers.indicator = observations.indicator
  LEFT JOIN frozen_tiers AS tiers ON tiers.indicator = observations.indicator
  AND tiers.key_scaled = observations.value_scaled
WHERE
  indicators.rule = 'role_tiers'
  AND observations.input = 'choice'
  AND answers.state IN ('answered', 'carried')
  AND tiers.indicator IS NULL
`,
  'tier_points/query': `
-- Purpose: points of a count by steps, of a choice, and of parts that add up.
-- Grain: unit and indicator with a figure. A count below every step earns nothing; a choice that is no tier, or a part
-- without an answer, is NULL and never zero.
-- Article: methodology, how an indicator scores.
WITH
  steps_reached AS (
    SELECT
      observations.unit_id,
      observations.indicator,
      MAX(tiers.key_scaled) AS key_scaled
    FROM
      frozen_observations AS observations
      INNER JOIN frozen_indicators AS indicators ON indicators.indicator = observations.indicator
      LEFT JOIN frozen_tiers AS tiers ON tiers.indicator = observations.indicator
      AND tiers.key_scaled <= observations.value_scaled
    WHERE
      indicators.rule = 'count_tiers'
      AND observations.input = 'count'
    GROUP BY
      observations.unit_id,
      observations.indicator
  ),
  part_counts AS (
    SELECT
      indicator,
      COUNT(*) AS part_count
    FROM
      frozen_tiers
    GROUP BY
      indicator
  ),
  parts_answered AS (
    SELECT
      observations.unit_id,
      observations.indicator,
      COUNT(DISTINCT tiers.tier) AS answer_count,
      CAST(
        SUM(
          CASE
            WHEN observations.value_scaled = indicators.input_scale THEN tiers.points_scaled
            ELSE 0
          END
        ) AS bigint
      ) AS points_scaled
    FROM
      frozen_observations AS observations
      INNER JOIN frozen_indicators AS indicators ON indicators.indicator = observations.indicator
      INNER JOIN frozen_tiers AS tiers ON tiers.indicator = observations.indicator
      AND tiers.part_input = observations.input
    WHERE
      indicators.rule = 'additive_parts'
    GROUP BY
      observations.unit_id,
      observations.indicator
  )
SELECT
  reached.unit_id,
  reached.indicator,
  COALESCE(tiers.points_scaled, 0) AS points_scaled
FROM
  steps_reached AS reached
  LEFT JOIN frozen_tiers AS tiers ON tiers.indicator = reached.indicator
  AND tiers.key_scaled = reached.key_scaled
UNION ALL
SELECT
  observations.unit_id,
  observations.indicator,
  tiers.points_scaled
FROM
  frozen_observations AS observations
  INNER JOIN frozen_indicators AS indicators ON indicators.indicator = observations.indicator
  LEFT JOIN frozen_tiers AS tiers ON tiers.indicator = observations.indicator
  AND tiers.key_scaled = observations.value_scaled
WHERE
  indicators.rule = 'role_tiers'
  AND observations.input = 'choice'
UNION ALL
SELECT
  answered.unit_id,
  answered.indicator,
  CASE
    WHEN answered.answer_count = part_counts.part_count THEN answered.points_scaled
  END AS points_scaled
FROM
  parts_answered AS answered
  INNER JOIN part_counts ON part_counts.indicator = answered.indicator
`,
  'unit_answers/checks/decisions_known': `
-- Every state and every appraisal is of a unit and indicator of this run, once; another one would be dropped or counted
-- twice without a word.
WITH
  decisions AS (
    SELECT
      unit_id,
      indicator,
      'a state' AS decision
    FROM
      frozen_answers
    UNION ALL
    SELECT
      unit_id,
      indicator,
      'an appraisal' AS decision
    FROM
      frozen_appraisals
  ),
  counted AS (
    SELECT
      unit_id,
      indicator,
      decision,
      COUNT(*) AS decision_count
    FROM
      decisions
    GROUP BY
      unit_id,
      indicator,
      decision
  ),
  known AS (
    SELECT DISTINCT
      unit_id,
      indicator
    FROM
      unit_answers
  )
SELECT
  'fail' AS severity,
  'decisions_known' AS check_name,
  counted.unit_id,
  counted.indicator AS measure,
  counted.decision || CASE
    WHEN known.unit_id IS NULL THEN ' of what is not scored in this run'
    ELSE ' came more than once'
  END AS detail
FROM
  counted
  LEFT JOIN known ON known.unit_id = counted.unit_id
  AND known.indicator = counted.indicator
WHERE
  known.unit_id IS NULL
  OR counted.decision_count > 1
`,
  'unit_answers/query': `
-- Purpose: the state of every answer: as it was frozen, else plainly answered.
-- Grain: submitted unit and assessed indicator.
-- Article: methodology, four ways to have no points of one's own.
SELECT
  units.unit_id,
  indicators.indicator,
  COALESCE(answers.state, 'answered') AS state
FROM
  frozen_units AS units
  CROSS JOIN frozen_indicators AS indicators
  LEFT JOIN frozen_answers AS answers ON answers.unit_id = units.unit_id
  AND answers.indicator = indicators.indicator
WHERE
  units.submitted
`,
};
