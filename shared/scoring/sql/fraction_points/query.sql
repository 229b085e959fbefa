-- Purpose: points of a declared fraction: numerator / (denominator x target) x maximum, rounded half up to points_scale.
-- Grain: unit and indicator with a figure. NULL where a part is missing; zero where there is nothing to divide by.
-- Article: methodology, how an indicator scores; rounding.
-- The product would not fit 64 bits. So it is a long division by the denominator: the maximum comes in as two digits of
-- digit_base, then the target's decimals; the one division by the target at the end rounds.
WITH
  bounded AS (
    SELECT
      fractions.unit_id,
      fractions.indicator,
      GREATEST(fractions.numerator_scaled, 0) AS numerator,
      CASE
        WHEN fractions.denominator_scaled > 0 THEN fractions.denominator_scaled
      END AS denominator,
      fractions.denominator_scaled <= 0
      AND fractions.numerator_scaled IS NOT NULL AS nothing_to_measure,
      indicators.max_points_scaled / framework.digit_base AS high_digit,
      indicators.max_points_scaled % framework.digit_base AS low_digit,
      framework.digit_base,
      indicators.target_scaled,
      indicators.target_scale,
      -- This many times the denominator is above the target, so it earns the maximum, and more of it nothing more.
      indicators.target_scaled / indicators.target_scale + 1 AS more_than_target
    FROM
      declared_fractions AS fractions
      INNER JOIN frozen_indicators AS indicators ON indicators.indicator = fractions.indicator
      CROSS JOIN frozen_framework AS framework
  ),
  divided AS (
    SELECT
      unit_id,
      indicator,
      denominator,
      nothing_to_measure,
      high_digit,
      low_digit,
      digit_base,
      target_scaled,
      target_scale,
      LEAST(numerator / NULLIF(denominator, 0), more_than_target) AS quotient,
      numerator % NULLIF(denominator, 0) AS remainder
    FROM
      bounded
  ),
  times_high_digit AS (
    SELECT
      unit_id,
      indicator,
      denominator,
      nothing_to_measure,
      digit_base,
      target_scaled,
      target_scale,
      quotient * low_digit AS low_quotient,
      remainder * low_digit AS low_remainder,
      quotient * high_digit + (remainder * high_digit) / NULLIF(denominator, 0) AS quotient,
      (remainder * high_digit) % NULLIF(denominator, 0) AS remainder
    FROM
      divided
  ),
  times_maximum AS (
    SELECT
      unit_id,
      indicator,
      denominator,
      nothing_to_measure,
      target_scaled,
      target_scale,
      quotient * digit_base + low_quotient + (remainder * digit_base + low_remainder) / NULLIF(denominator, 0) AS quotient,
      (remainder * digit_base + low_remainder) % NULLIF(denominator, 0) AS remainder
    FROM
      times_high_digit
  ),
  times_target_scale AS (
    SELECT
      unit_id,
      indicator,
      denominator,
      nothing_to_measure,
      target_scaled,
      quotient * target_scale + (remainder * target_scale) / NULLIF(denominator, 0) AS quotient,
      (remainder * target_scale) % NULLIF(denominator, 0) AS remainder
    FROM
      times_maximum
  )
SELECT
  unit_id,
  indicator,
  CASE
    WHEN nothing_to_measure THEN 0
    ELSE (2 * quotient + (2 * remainder) / NULLIF(denominator, 0) + target_scaled) / NULLIF(2 * target_scaled, 0)
  END AS points_scaled,
  nothing_to_measure
FROM
  times_target_scale
