-- Purpose: what was declared for an indicator that earns a share of its maximum, as numerator and denominator.
-- Grain: unit and indicator with a figure; a part that was not declared is NULL. Growth is the change over what was before.
-- Article: methodology, how an indicator scores.
WITH
  figures AS (
    SELECT
      observations.unit_id,
      indicators.indicator,
      indicators.rule,
      indicators.input_scale,
      MAX(
        CASE
          WHEN observations.input = 'value' THEN observations.value_scaled
        END
      ) AS value_scaled,
      MAX(
        CASE
          WHEN observations.input = 'previous' THEN observations.value_scaled
        END
      ) AS previous_scaled,
      MAX(
        CASE
          WHEN observations.input = 'answer' THEN observations.value_scaled
        END
      ) AS answer_scaled,
      MAX(
        CASE
          WHEN observations.input = 'numerator' THEN observations.value_scaled
        END
      ) AS numerator_scaled,
      MAX(
        CASE
          WHEN observations.input = 'denominator' THEN observations.value_scaled
        END
      ) AS denominator_scaled
    FROM
      frozen_observations AS observations
      INNER JOIN frozen_indicators AS indicators ON indicators.indicator = observations.indicator
    WHERE
      indicators.rule IN ('direct', 'external', 'yes_no', 'ratio', 'ratio_threshold', 'growth')
    GROUP BY
      observations.unit_id,
      indicators.indicator,
      indicators.rule,
      indicators.input_scale
  )
SELECT
  unit_id,
  indicator,
  CASE
    WHEN rule IN ('direct', 'external') THEN value_scaled
    WHEN rule = 'yes_no' THEN answer_scaled
    WHEN rule = 'growth' THEN value_scaled - previous_scaled
    ELSE numerator_scaled
  END AS numerator_scaled,
  CASE
    WHEN rule IN ('direct', 'external', 'yes_no') THEN input_scale
    WHEN rule = 'growth' THEN previous_scaled
    ELSE denominator_scaled
  END AS denominator_scaled
FROM
  figures
