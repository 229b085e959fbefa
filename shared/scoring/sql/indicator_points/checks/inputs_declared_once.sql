-- One figure per unit, indicator and input: a second one would be counted twice.
SELECT
  'fail' AS severity,
  'inputs_declared_once' AS check_name,
  unit_id,
  indicator AS measure,
  INPUT AS detail
FROM
  frozen_observations
GROUP BY
  unit_id,
  indicator,
  INPUT
HAVING
  COUNT(*) > 1
