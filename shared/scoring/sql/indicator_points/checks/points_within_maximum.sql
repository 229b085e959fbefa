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
