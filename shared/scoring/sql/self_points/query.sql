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
