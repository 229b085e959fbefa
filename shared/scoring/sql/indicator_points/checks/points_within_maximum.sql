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
