-- Ranks are a permutation with ties: a rank is one more than the number of ranked units with a greater value, so ties
-- share the smallest and the next is skipped. Whoever is not ranked has none, and whoever answered too little of all, or
-- nothing of the measure.
WITH
  shares AS (
    SELECT
      unit_id,
      COUNT(
        CASE
          WHEN state IN ('answered', 'carried') THEN indicator
        END
      ) AS answered_count,
      COUNT(
        CASE
          WHEN state NOT IN ('not_applicable', 'not_due') THEN indicator
        END
      ) AS asked_count
    FROM
      indicator_points
    GROUP BY
      unit_id
  ),
  eligible AS (
    SELECT
      scores.unit_id,
      scores.measure,
      scores.rank,
      scores.value_scaled,
      units.ranked
      AND published.ranked
      AND scores.value_scaled IS NOT NULL
      AND scores.answered_count > 0
      AND shares.answered_count * framework.share_scale >= framework.minimum_answered_scaled * shares.asked_count AS contends
    FROM
      measure_scores AS scores
      INNER JOIN frozen_units AS units ON units.unit_id = scores.unit_id
      INNER JOIN frozen_measures AS published ON published.measure = scores.measure
      CROSS JOIN frozen_framework AS framework
      LEFT JOIN shares ON shares.unit_id = scores.unit_id
  ),
  -- Those who do not contend are listed after a value of their own group, and never counted ahead of anybody.
  counted AS (
    SELECT
      unit_id,
      measure,
      rank,
      contends,
      COUNT(*) OVER (
        PARTITION BY
          measure,
          contends
        ORDER BY
          value_scaled DESC
      ) AS as_good_or_better,
      COUNT(*) OVER (
        PARTITION BY
          measure,
          contends,
          value_scaled
      ) AS as_good
    FROM
      eligible
  )
SELECT
  'fail' AS severity,
  'ranks_proper' AS check_name,
  unit_id,
  measure,
  'the rank does not follow from the values' AS detail
FROM
  counted
WHERE
  rank IS DISTINCT FROM CASE
    WHEN contends THEN as_good_or_better - as_good + 1
  END
