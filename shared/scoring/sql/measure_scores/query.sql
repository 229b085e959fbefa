-- Purpose: value and rank of what is published. A value is S / M, divided once, half up, in two steps that stay within
-- 64 bits. Ranks compare the rounded value; equal values share the smallest rank and the next is skipped. A unit that
-- answered too little keeps its values and has no rank; nor has one, in a measure, that answered nothing of it.
-- Grain: submitted unit and measure.
-- Article: methodology, structure of the index; publishing.
WITH
  -- The minimum share is of all main indices of a unit, whatever the measure.
  counted AS (
    SELECT
      unit_id,
      main_index,
      points_scaled,
      max_points_scaled,
      answered_count,
      asked_count,
      CAST(
        SUM(answered_count) OVER (
          PARTITION BY
            unit_id
        ) AS bigint
      ) AS unit_answered_count,
      CAST(
        SUM(asked_count) OVER (
          PARTITION BY
            unit_id
        ) AS bigint
      ) AS unit_asked_count
    FROM
      main_index_scores
  ),
  sums AS (
    SELECT
      scores.unit_id,
      parts.measure,
      scores.unit_answered_count,
      scores.unit_asked_count,
      CAST(SUM(scores.answered_count) AS bigint) AS answered_count,
      CAST(SUM(scores.asked_count) AS bigint) AS asked_count,
      CASE
        WHEN COUNT(*) = COUNT(scores.points_scaled) THEN CAST(SUM(scores.points_scaled) AS bigint)
      END AS points_scaled,
      CAST(SUM(scores.max_points_scaled) AS bigint) AS max_points_scaled
    FROM
      frozen_measure_parts AS parts
      INNER JOIN counted AS scores ON scores.main_index = parts.main_index
    GROUP BY
      scores.unit_id,
      parts.measure,
      scores.unit_answered_count,
      scores.unit_asked_count
  ),
  divided AS (
    SELECT
      unit_id,
      measure,
      unit_answered_count,
      unit_asked_count,
      answered_count,
      asked_count,
      points_scaled,
      max_points_scaled,
      points_scaled / NULLIF(max_points_scaled, 0) AS whole,
      points_scaled % NULLIF(max_points_scaled, 0) AS remainder
    FROM
      sums
  ),
  valued AS (
    SELECT
      divided.unit_id,
      divided.measure,
      divided.points_scaled,
      divided.max_points_scaled,
      divided.whole * framework.value_scale + (2 * divided.remainder * framework.value_scale + divided.max_points_scaled) / NULLIF(2 * divided.max_points_scaled, 0) AS value_scaled,
      divided.answered_count,
      divided.asked_count,
      divided.unit_answered_count * framework.share_scale >= framework.minimum_answered_scaled * divided.unit_asked_count AS answered_enough
    FROM
      divided
      CROSS JOIN frozen_framework AS framework
  ),
  -- Only contenders are ranked among each other. One pass, not a join with itself: Trino would compute all of it twice.
  contending AS (
    SELECT
      valued.unit_id,
      valued.measure,
      published.position,
      valued.points_scaled,
      valued.max_points_scaled,
      valued.value_scaled,
      valued.answered_count,
      valued.asked_count,
      units.ranked
      AND published.ranked
      AND valued.answered_enough
      AND valued.answered_count > 0
      AND valued.value_scaled IS NOT NULL AS contends
    FROM
      valued
      INNER JOIN frozen_units AS units ON units.unit_id = valued.unit_id
      INNER JOIN frozen_measures AS published ON published.measure = valued.measure
  )
SELECT
  unit_id,
  measure,
  position,
  points_scaled,
  max_points_scaled,
  value_scaled,
  CASE
    WHEN contends THEN RANK() OVER (
      PARTITION BY
        measure,
        contends
      ORDER BY
        value_scaled DESC
    )
  END AS rank,
  answered_count,
  asked_count
FROM
  contending
