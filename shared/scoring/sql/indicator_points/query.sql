-- Purpose: what counts for every assessed indicator: the appraised points where there are any, else the unit's own.
-- Grain: submitted unit and assessed indicator. Points are NULL where it leaves the maximum, and where a figure is missing:
-- an appraisal does not stand in for a figure.
-- Article: methodology, three scores.
WITH
  appraised AS (
    SELECT
      points.unit_id,
      points.indicator,
      points.main_index,
      points.position,
      points.state,
      points.self_points_scaled,
      CASE
        WHEN points.state IN ('answered', 'carried', 'not_answered') THEN appraisals.points_scaled
      END AS appraised_points_scaled,
      points.max_points_scaled
    FROM
      self_points AS points
      LEFT JOIN frozen_appraisals AS appraisals ON appraisals.unit_id = points.unit_id
      AND appraisals.indicator = points.indicator
  )
SELECT
  unit_id,
  indicator,
  main_index,
  position,
  state,
  self_points_scaled,
  appraised_points_scaled,
  CASE
    WHEN self_points_scaled IS NOT NULL THEN COALESCE(appraised_points_scaled, self_points_scaled)
  END AS points_scaled,
  max_points_scaled
FROM
  appraised
