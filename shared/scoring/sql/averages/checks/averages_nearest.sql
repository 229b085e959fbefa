-- An average is the nearest to its mean, halves up: (2 average - 1) n <= 2 sum < (2 average + 1) n, without division; it
-- exists where anybody has a value.
WITH
  sums AS (
    SELECT
      published.measure,
      CAST(COALESCE(SUM(scores.value_scaled), 0) AS bigint) AS total,
      COUNT(scores.value_scaled) AS unit_count
    FROM
      frozen_measures AS published
      LEFT JOIN measure_scores AS scores ON scores.measure = published.measure
    GROUP BY
      published.measure
  )
SELECT
  'fail' AS severity,
  'averages_nearest' AS check_name,
  CAST(NULL AS varchar) AS unit_id,
  sums.measure,
  'the average is not the mean of the values rounded half up' AS detail
FROM
  sums
  LEFT JOIN averages ON averages.measure = sums.measure
WHERE
  averages.unit_count IS DISTINCT FROM sums.unit_count
  OR (averages.value_scaled IS NULL) <> (sums.unit_count = 0)
  OR 2 * sums.total < (2 * averages.value_scaled - 1) * sums.unit_count
  OR 2 * sums.total >= (2 * averages.value_scaled + 1) * sums.unit_count
