-- Purpose: S and M of every main index: what its assessed indicators earned, and what they could earn.
-- Grain: submitted unit and main index; both are zero where nothing of it was assessed.
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
  -- A sum skips NULL; a main index with a missing input has no sum.
  CASE
    WHEN COUNT(points.indicator) = COUNT(points.points_scaled) THEN CAST(COALESCE(SUM(points.points_scaled), 0) AS bigint)
  END AS points_scaled,
  CAST(COALESCE(SUM(points.max_points_scaled), 0) AS bigint) AS max_points_scaled
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
