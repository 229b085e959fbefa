-- Purpose: main indices of a unit formed by a merger: plain means of its predecessors' published values, half up.
-- Grain: successor unit and main index; the value is NULL where a predecessor has none.
-- Article: methodology, publishing: a merged province. Total and pillars follow by the normal formula from these values.
WITH
  sums AS (
    SELECT
      scores.unit_id,
      scores.measure,
      published.position,
      COUNT(*) AS predecessor_count,
      CASE
        WHEN COUNT(*) = COUNT(scores.value_scaled) THEN CAST(SUM(scores.value_scaled) AS bigint)
      END AS total
    FROM
      frozen_predecessor_scores AS scores
      INNER JOIN frozen_measures AS published ON published.measure = scores.measure
    WHERE
      published.kind = 'main_index'
    GROUP BY
      scores.unit_id,
      scores.measure,
      published.position
  )
SELECT
  unit_id,
  measure,
  position,
  (2 * total + predecessor_count) / NULLIF(2 * predecessor_count, 0) AS value_scaled,
  predecessor_count
FROM
  sums
