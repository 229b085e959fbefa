import type { Mutant } from './mutant.ts';

const decisions = ['test/long/functions/record-decisions.test.ts'];
const questions = ['test/unit/functions/questions.test.ts'];
const queue = ['test/long/functions/read-decisions.test.ts'];
const head = ['test/unit/intake/head-of-unit.test.ts'];

/** Decisions one by one, what is asked beside them, and what a head of unit may do with a receipt. */
export const appraisalMutants: Mutant[] = [
  {
    name: 'a decision on figures that nobody looked at',
    file: 'functions/record-appraisal/record-decisions.ts',
    from: 'return round?.unit.figures_sha256 === figures_sha256 ? round : figuresChanged(of);',
    to: 'return round ?? figuresChanged(of);',
    tests: decisions,
  },
  {
    name: 'a key that was used for other decisions',
    file: 'functions/record-appraisal/record-decisions.ts',
    from: 'entry.about.appraisal_sha256 === sha256)) throw keyReusedByUnit();',
    to: 'entry.about.appraisal_sha256 !== null)) throw keyReusedByUnit();',
    tests: decisions,
  },
  {
    name: 'more is asked on an indicator of another body',
    file: 'functions/record-appraisal/read-stated.ts',
    from: 'if (!isOfBodies(at.answer.indicator, of.bodies)) stated.findings',
    to: 'if (of.bodies?.length === 0) stated.findings',
    tests: decisions,
  },
  {
    name: 'a question is answered twice',
    file: 'functions/record-question/reply-question.ts',
    from: 'if (!question.reply) return question;',
    to: 'if (question) return question;',
    tests: questions,
  },
  {
    name: 'an appraiser asks after the closing',
    file: 'functions/record-question/ask-unit.ts',
    from: "if (caller.role === 'appraiser') requireUnclosed(",
    to: "if (caller.role === 'officer') requireUnclosed(",
    tests: questions,
  },
  {
    name: 'a question about figures that were replaced waits for ever',
    file: 'shared/ledger/standing.ts',
    from: 'if (figures_sha256 !== undefined && latest?.answer?.figures_sha256 !== figures_sha256) return false;',
    to: 'if (figures_sha256 === null && latest) return false;',
    tests: questions,
  },
  {
    name: 'the unit is told who decided',
    file: 'functions/read-decisions/list-decisions.ts',
    from: 'decided_by: isUnitRole(caller.role) ? null : decided_by,',
    to: 'decided_by,',
    tests: queue,
  },
  {
    name: 'a certified receipt is sent back',
    file: 'functions/certify-submission/return-submission.ts',
    from: 'if (!receipt.certified) return receipt;',
    to: 'if (receipt) return receipt;',
    tests: head,
  },
];
