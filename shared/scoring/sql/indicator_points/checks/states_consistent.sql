-- The state explains the points: what leaves the maximum has neither points nor maximum, all else has the framework's
-- maximum, nothing is earned without an answer, and a state that was frozen is still that state.
SELECT
  'fail' AS severity,
  'states_consistent' AS check_name,
  points.unit_id,
  points.indicator AS measure,
  'points and maximum do not follow from the state ' || points.state AS detail
FROM
  indicator_points AS points
  INNER JOIN frozen_indicators AS indicators ON indicators.indicator = points.indicator
  LEFT JOIN frozen_answers AS answers ON answers.unit_id = points.unit_id
  AND answers.indicator = points.indicator
WHERE
  points.state NOT IN ('answered', 'carried', 'not_applicable', 'not_due', 'not_answered')
  OR (
    points.state IN ('not_applicable', 'not_due')
    AND (
      points.max_points_scaled <> 0
      OR points.points_scaled IS NOT NULL
      OR points.self_points_scaled IS NOT NULL
      OR points.appraised_points_scaled IS NOT NULL
    )
  )
  OR (
    points.state IN ('answered', 'carried', 'not_answered')
    AND (
      points.max_points_scaled <> indicators.max_points_scaled
      OR points.points_scaled <> COALESCE(points.appraised_points_scaled, points.self_points_scaled)
    )
  )
  OR (
    points.state = 'not_answered'
    AND points.self_points_scaled <> 0
  )
  OR (
    points.state <> COALESCE(answers.state, 'answered')
    AND (
      points.state <> 'not_applicable'
      OR answers.state IN ('not_due', 'not_answered')
    )
  )
