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
