-- Purpose: points of every assessed indicator, rounded half up to points_scale and kept within [0, maximum].
-- Grain: submitted unit and assessed indicator. Points are NULL where an input is missing; missing is never zero.
-- Article: methodology, how an indicator scores; rounding.
WITH
  declared AS (
    SELECT
      units.unit_id,
      indicators.indicator,
      indicators.main_index,
      indicators.position,
      indicators.rule,
      indicators.max_points_scaled,
      framework.input_scale,
      -- Rule direct: a value above one earns the maximum, one below zero nothing. Bounded before the product, so that it
      -- stays within 64 bits.
      LEAST(GREATEST(observations.value_scaled, 0), framework.input_scale) AS value_scaled
    FROM
      frozen_units AS units
      CROSS JOIN frozen_indicators AS indicators
      CROSS JOIN frozen_framework AS framework
      LEFT JOIN frozen_observations AS observations ON observations.unit_id = units.unit_id
      AND observations.indicator = indicators.indicator
      AND observations.input = 'value'
    WHERE
      units.submitted
  ),
  -- Whole and remainder of the declared value, so that it is divided once and nothing overflows.
  divided AS (
    SELECT
      unit_id,
      indicator,
      main_index,
      position,
      rule,
      max_points_scaled,
      input_scale,
      value_scaled / input_scale AS whole,
      value_scaled % input_scale AS remainder
    FROM
      declared
  )
SELECT
  unit_id,
  indicator,
  main_index,
  position,
  CASE
    WHEN rule = 'direct' THEN whole * max_points_scaled + (2 * remainder * max_points_scaled + input_scale) / (2 * input_scale)
  END AS points_scaled,
  max_points_scaled
FROM
  divided
