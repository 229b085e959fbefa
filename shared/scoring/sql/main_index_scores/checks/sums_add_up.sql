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
