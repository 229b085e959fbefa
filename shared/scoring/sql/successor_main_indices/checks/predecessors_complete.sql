-- Every predecessor of a successor has a value for every main index; a mean over some of them would be another figure.
WITH
  successors AS (
    SELECT
      unit_id,
      COUNT(DISTINCT predecessor_id) AS predecessor_count
    FROM
      frozen_predecessor_scores
    GROUP BY
      unit_id
  )
SELECT
  'fail' AS severity,
  'predecessors_complete' AS check_name,
  successors.unit_id,
  published.measure,
  'a predecessor has no value, or more than one' AS detail
FROM
  successors
  CROSS JOIN frozen_measures AS published
  LEFT JOIN successor_main_indices AS means ON means.unit_id = successors.unit_id
  AND means.measure = published.measure
WHERE
  published.kind = 'main_index'
  AND (
    means.value_scaled IS NULL
    OR means.predecessor_count <> successors.predecessor_count
  )
