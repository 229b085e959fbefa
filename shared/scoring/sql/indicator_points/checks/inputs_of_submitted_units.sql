-- Every figure belongs to a member of the group that is marked as submitted; another one would be dropped without a word.
SELECT DISTINCT
  'fail' AS severity,
  'inputs_of_submitted_units' AS check_name,
  observations.unit_id,
  observations.indicator AS measure,
  'the unit is not marked as submitted' AS detail
FROM
  frozen_observations AS observations
  LEFT JOIN frozen_units AS units ON units.unit_id = observations.unit_id
  AND units.submitted
WHERE
  units.unit_id IS NULL
