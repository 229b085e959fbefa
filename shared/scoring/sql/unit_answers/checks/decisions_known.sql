-- Every state and every appraisal is of a unit and indicator of this run, once; another one would be dropped or counted
-- twice without a word.
WITH
  decisions AS (
    SELECT
      unit_id,
      indicator,
      'a state' AS decision
    FROM
      frozen_answers
    UNION ALL
    SELECT
      unit_id,
      indicator,
      'an appraisal' AS decision
    FROM
      frozen_appraisals
  ),
  counted AS (
    SELECT
      unit_id,
      indicator,
      decision,
      COUNT(*) AS decision_count
    FROM
      decisions
    GROUP BY
      unit_id,
      indicator,
      decision
  ),
  known AS (
    SELECT DISTINCT
      unit_id,
      indicator
    FROM
      unit_answers
  )
SELECT
  'fail' AS severity,
  'decisions_known' AS check_name,
  counted.unit_id,
  counted.indicator AS measure,
  counted.decision || CASE
    WHEN known.unit_id IS NULL THEN ' of what is not scored in this run'
    ELSE ' came more than once'
  END AS detail
FROM
  counted
  LEFT JOIN known ON known.unit_id = counted.unit_id
  AND known.indicator = counted.indicator
WHERE
  known.unit_id IS NULL
  OR counted.decision_count > 1
