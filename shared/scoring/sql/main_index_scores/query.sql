-- Purpose: S and M of every main index: what its indicators earned, and what those that count could earn.
-- Grain: submitted unit and main index; both are zero where nothing of it was assessed or applies.
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
  -- A sum skips NULL. What leaves the maximum may be skipped; a main index with a missing figure has no sum.
  CASE
    WHEN COUNT(
      CASE
        WHEN points.points_scaled IS NULL
        AND points.state NOT IN ('not_applicable', 'not_due') THEN points.indicator
      END
    ) = 0 THEN CAST(COALESCE(SUM(points.points_scaled), 0) AS bigint)
  END AS points_scaled,
  CAST(COALESCE(SUM(points.max_points_scaled), 0) AS bigint) AS max_points_scaled,
  COUNT(
    CASE
      WHEN points.state IN ('answered', 'carried') THEN points.indicator
    END
  ) AS answered_count,
  COUNT(
    CASE
      WHEN points.state IN ('answered', 'carried', 'not_answered') THEN points.indicator
    END
  ) AS asked_count
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
