-- A value of rule direct lies in [0, 1]. One outside is bounded when it is scored; the publisher should know.
SELECT
  'warn' AS severity,
  'inputs_within_bounds' AS check_name,
  observations.unit_id,
  observations.indicator AS measure,
  'the declared value is not within zero and one' AS detail
FROM
  frozen_observations AS observations
  INNER JOIN frozen_indicators AS indicators ON indicators.indicator = observations.indicator
  CROSS JOIN frozen_framework AS framework
WHERE
  indicators.rule = 'direct'
  AND observations.input = 'value'
  AND (
    observations.value_scaled < 0
    OR observations.value_scaled > framework.input_scale
  )
