-- Purpose: the state of every answer: as it was frozen, else plainly answered.
-- Grain: submitted unit and assessed indicator.
-- Article: methodology, four ways to have no points of one's own.
SELECT
  units.unit_id,
  indicators.indicator,
  COALESCE(answers.state, 'answered') AS state
FROM
  frozen_units AS units
  CROSS JOIN frozen_indicators AS indicators
  LEFT JOIN frozen_answers AS answers ON answers.unit_id = units.unit_id
  AND answers.indicator = indicators.indicator
WHERE
  units.submitted
