import type { Mutant } from './mutant.ts';

const standing = 'shared/ledger/standing.ts';
const lateness = ['test/unit/intake/lateness.test.ts'];
const changePeriod = ['test/long/functions/change-period.test.ts'];
const recordAppraisal = ['test/unit/functions/record-appraisal.test.ts'];
const recordFeedback = ['test/unit/functions/record-feedback.test.ts'];

/** Until when. */
export const windowMutants: Mutant[] = [
  {
    name: 'what comes after the closing counts',
    file: standing,
    from: 'if (closing === -1) return true;',
    to: 'if (closing >= -1) return true;',
    tests: lateness,
  },
  {
    name: 'a reopened unit sends for ever',
    file: standing,
    from: '.some(({ until_at }) => at < until_at);',
    to: '.some(({ until_at }) => until_at);',
    tests: lateness,
  },
  {
    name: 'a moved deadline makes late what came in time',
    file: standing,
    from: 'return held.every(({ deadline_at }) =>',
    to: 'return held.some(({ deadline_at }) =>',
    tests: lateness,
  },
  {
    name: 'what is not certified counts where it must be',
    file: standing,
    from: 'newest(asked ? certified : counting)',
    to: 'newest(asked && certified.length > 0 ? certified : counting)',
    tests: ['test/unit/intake/certify.test.ts'],
  },
  {
    name: 'a decision holds for other figures',
    file: standing,
    from: '    if (decision.figures_sha256 !== figuresSha256) continue;\n',
    to: '',
    tests: ['test/unit/ledger/standing.test.ts'],
  },
  {
    name: 'certifying after the closing',
    file: 'functions/certify-submission/certify-submission.ts',
    from: '      requireOpenFor(period, of.unit_id, deps.now());\n',
    to: '',
    tests: ['test/unit/intake/certify.test.ts'],
  },
  {
    name: 'appraising after the closing',
    file: 'functions/record-appraisal/require-appraiser.ts',
    from: '  requireUnclosed(open, of);\n',
    to: '',
    tests: recordAppraisal,
  },
  {
    name: 'answering an appraisal after the closing',
    file: 'functions/record-feedback/record-feedback.ts',
    from: '  requireUnclosed(isUnclosedFor(state, unit_id), { group, period, unit_id });\n',
    to: '',
    tests: recordFeedback,
  },
  {
    name: 'answering an appraisal twice',
    file: 'functions/record-feedback/record-feedback.ts',
    from: 'if (unit.feedback.some((one) => one.indicator === indicator))',
    to: 'if (unit.feedback.length < 0)',
    tests: recordFeedback,
  },
  {
    name: 'a period is closed before its time',
    file: 'functions/change-period/close-period.ts',
    from: "if (missing.length === 0) return 'all_in';",
    to: "if (missing.length >= 0) return 'all_in';",
    tests: changePeriod,
  },
  {
    name: 'the deadline of a closed period moves',
    file: 'functions/change-period/move-deadline.ts',
    from: "    if (state !== 'open') throw isClosed(of);\n",
    to: '',
    tests: changePeriod,
  },
  {
    name: 'a unit is reopened until a day that is past',
    file: 'functions/change-period/reopen-period.ts',
    from: '  if (reopening.until_at <= deps.now().toISOString()) throw untilPast();\n',
    to: '',
    tests: changePeriod,
  },
  {
    name: 'the framework of an open period is exchanged',
    file: 'functions/open-period/require-same-terms.ts',
    from: '  if (given.framework_sha256 !== opened.framework_sha256) throw otherFramework(group, period, opened);\n',
    to: '',
    tests: ['test/unit/functions/open-period.test.ts'],
  },
];
