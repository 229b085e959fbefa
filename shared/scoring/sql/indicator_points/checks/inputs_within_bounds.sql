-- A figure lies within the bounds of its input. Points of one outside are kept within the maximum; the publisher should
-- know.
SELECT
  'warn' AS severity,
  'inputs_within_bounds' AS check_name,
  observations.unit_id,
  observations.indicator AS measure,
  'a declared figure is out of bounds: ' || observations.input AS detail
FROM
  frozen_observations AS observations
  INNER JOIN frozen_inputs AS inputs ON inputs.indicator = observations.indicator
  AND inputs.input = observations.input
WHERE
  observations.value_scaled < inputs.minimum_scaled
  OR observations.value_scaled > inputs.maximum_scaled
