-- One row per submitted unit and assessed indicator, no more and no fewer.
WITH
  found AS (
    SELECT
      unit_id,
      COUNT(*) AS rows_found
    FROM
      indicator_points
    GROUP BY
      unit_id
  ),
  expected AS (
    SELECT
      COUNT(*) AS rows_expected
    FROM
      frozen_indicators
  )
SELECT
  'fail' AS severity,
  'points_complete' AS check_name,
  units.unit_id,
  CAST(NULL AS varchar) AS measure,
  'the unit has not one row per assessed indicator' AS detail
FROM
  frozen_units AS units
  CROSS JOIN expected
  LEFT JOIN found ON found.unit_id = units.unit_id
WHERE
  COALESCE(found.rows_found, 0) <> CASE
    WHEN units.submitted THEN expected.rows_expected
    ELSE 0
  END
