-- Purpose: country averages: plain means of the published values, half up.
-- Grain: measure, also one that nobody has a value of.
-- Article: methodology, publishing.
WITH
  sums AS (
    SELECT
      published.measure,
      published.position,
      CAST(SUM(scores.value_scaled) AS bigint) AS total,
      COUNT(scores.value_scaled) AS unit_count
    FROM
      frozen_measures AS published
      LEFT JOIN measure_scores AS scores ON scores.measure = published.measure
    GROUP BY
      published.measure,
      published.position
  )
SELECT
  measure,
  position,
  (2 * total + unit_count) / NULLIF(2 * unit_count, 0) AS value_scaled,
  unit_count
FROM
  sums
