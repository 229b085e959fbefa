-- A rank is one more than the number of ranked units with a greater value, so ties share the smallest and the next is
-- skipped; whoever is not ranked has none.
WITH
  contenders AS (
    SELECT
      scores.unit_id,
      scores.measure,
      scores.value_scaled
    FROM
      measure_scores AS scores
      INNER JOIN frozen_units AS units ON units.unit_id = scores.unit_id
      INNER JOIN frozen_measures AS published ON published.measure = scores.measure
    WHERE
      units.ranked
      AND published.ranked
      AND scores.value_scaled IS NOT NULL
  ),
  expected AS (
    SELECT
      contenders.unit_id,
      contenders.measure,
      COUNT(ahead.unit_id) + 1 AS rank
    FROM
      contenders
      LEFT JOIN contenders AS ahead ON ahead.measure = contenders.measure
      AND ahead.value_scaled > contenders.value_scaled
    GROUP BY
      contenders.unit_id,
      contenders.measure
  )
SELECT
  'fail' AS severity,
  'ranks_proper' AS check_name,
  scores.unit_id,
  scores.measure,
  'the rank does not follow from the values' AS detail
FROM
  measure_scores AS scores
  LEFT JOIN expected ON expected.unit_id = scores.unit_id
  AND expected.measure = scores.measure
WHERE
  scores.rank IS DISTINCT FROM expected.rank
