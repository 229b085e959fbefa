-- Every figure is one that an assessed indicator asks for; one by another code would be left out without a word.
SELECT DISTINCT
  'fail' AS severity,
  'inputs_known' AS check_name,
  observations.unit_id,
  observations.indicator AS measure,
  'no indicator that is assessed asks for it: ' || observations.input AS detail
FROM
  frozen_observations AS observations
  LEFT JOIN frozen_inputs AS inputs ON inputs.indicator = observations.indicator
  AND inputs.input = observations.input
WHERE
  inputs.indicator IS NULL
