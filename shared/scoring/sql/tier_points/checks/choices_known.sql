-- A choice that counts is one of the indicator's tiers. Another one has no points, which is not the same as zero.
SELECT
  'fail' AS severity,
  'choices_known' AS check_name,
  observations.unit_id,
  observations.indicator AS measure,
  'the choice is no tier of the indicator' AS detail
FROM
  frozen_observations AS observations
  INNER JOIN frozen_indicators AS indicators ON indicators.indicator = observations.indicator
  INNER JOIN unit_answers AS answers ON answers.unit_id = observations.unit_id
  AND answers.indicator = observations.indicator
  LEFT JOIN frozen_tiers AS tiers ON tiers.indicator = observations.indicator
  AND tiers.key_scaled = observations.value_scaled
WHERE
  indicators.rule = 'role_tiers'
  AND observations.input = 'choice'
  AND answers.state IN ('answered', 'carried')
  AND tiers.indicator IS NULL
