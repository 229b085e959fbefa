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
