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
