-- A unit that answers an indicator declares every figure that it asks for. Intake rejects the rest, so a gap is our fault.
SELECT
  'fail' AS severity,
  'inputs_present' AS check_name,
  answers.unit_id,
  answers.indicator AS measure,
  'no figure was declared: ' || inputs.input AS detail
FROM
  unit_answers AS answers
  INNER JOIN frozen_inputs AS inputs ON inputs.indicator = answers.indicator
  LEFT JOIN frozen_observations AS observations ON observations.unit_id = answers.unit_id
  AND observations.indicator = answers.indicator
  AND observations.input = inputs.input
WHERE
  answers.state IN ('answered', 'carried')
  AND observations.unit_id IS NULL
