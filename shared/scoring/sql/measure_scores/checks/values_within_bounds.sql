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
