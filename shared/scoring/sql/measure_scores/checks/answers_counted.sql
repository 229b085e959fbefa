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
