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
  counted AS (
    SELECT
      scores.unit_id,
      scores.measure,
      scores.rank,
      scores.value_scaled,
      COUNT(ahead.unit_id) + 1 AS rank_by_count
    FROM
      measure_scores AS scores
      LEFT JOIN contenders AS ahead ON ahead.measure = scores.measure
      AND ahead.value_scaled > scores.value_scaled
    GROUP BY
      scores.unit_id,
      scores.measure,
      scores.rank,
      scores.value_scaled
  )
SELECT
  'fail' AS severity,
  'ranks_proper' AS check_name,
  counted.unit_id,
  counted.measure,
  'the rank does not follow from the values' AS detail
FROM
  counted
  INNER JOIN frozen_units AS units ON units.unit_id = counted.unit_id
  INNER JOIN frozen_measures AS published ON published.measure = counted.measure
WHERE
  counted.rank IS DISTINCT FROM CASE
    WHEN units.ranked
    AND published.ranked
    AND counted.value_scaled IS NOT NULL THEN counted.rank_by_count
  END
