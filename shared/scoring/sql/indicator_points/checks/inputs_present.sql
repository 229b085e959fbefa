-- A submitted unit declares every input of every assessed indicator. Intake rejects the rest, so a gap is our fault.
SELECT
  'fail' AS severity,
  'inputs_present' AS check_name,
  units.unit_id,
  indicators.indicator AS measure,
  'no value was declared' AS detail
FROM
  frozen_units AS units
  CROSS JOIN frozen_indicators AS indicators
  LEFT JOIN frozen_observations AS observations ON observations.unit_id = units.unit_id
  AND observations.indicator = indicators.indicator
  AND observations.input = 'value'
WHERE
  units.submitted
  AND observations.unit_id IS NULL
