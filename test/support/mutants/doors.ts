import type { Mutant } from './mutant.ts';

const require = 'shared/http/require-caller.ts';
const readRun = ['test/long/functions/read-run.test.ts'];
const parts = 'shared/submission/parts-in-figures.ts';
const enter = 'shared/http/enter.ts';
const entered = ['test/unit/http/enter.test.ts'];
const appraise = ['test/unit/functions/record-appraisal.test.ts'];
const certify = ['test/unit/intake/certify.test.ts'];

/** Who may do what. */
export const doorMutants: Mutant[] = [
  {
    name: "a round's door asks nobody whose group it is",
    file: enter,
    from: '  requireGroupPeriod(group, period);\n  requireOwner(caller, group);\n',
    to: '  requireGroupPeriod(group, period);\n',
    tests: entered,
  },
  {
    name: "a unit's door lets departments in",
    file: enter,
    from: '  requireUnit(caller, of.unit_id);\n  requireMember(',
    to: '  requireUnitPart(caller, of.unit_id);\n  requireMember(',
    tests: entered,
  },
  {
    name: 'files that are nobody’s stand behind the door of any unit',
    file: enter,
    from: '  requireUnit(caller, of.unit_id);\n  requireMember(of.unit_id, of.group, of.period);\n',
    to: '  requireUnit(caller, of.unit_id);\n  requireFiledUnit(of);\n',
    tests: entered,
  },
  {
    name: 'any role opens a door',
    file: require,
    from: 'if (roles.includes(caller.role)) return;',
    to: 'if (roles.length > 0) return;',
    tests: readRun,
  },
  {
    name: 'a role is held for every owner',
    file: require,
    from: 'if (findGroup(group)?.owner === caller.owner) return;',
    to: 'if (findGroup(group)) return;',
    tests: readRun,
  },
  {
    name: 'an officer acts for another unit',
    file: require,
    from: 'caller.unit_id === unitId) return;',
    to: 'caller.unit_id !== null) return;',
    tests: ['test/unit/functions/request-upload.test.ts'],
  },
  {
    name: 'any owner’s publisher manages people',
    file: require,
    from: 'if (caller.owner === ministry) return;',
    to: "if (caller.owner !== '') return;",
    tests: ['test/unit/functions/manage-people.test.ts'],
  },
  {
    name: 'an empty claim of an owner is the ministry’s',
    file: 'shared/identity/caller.ts',
    from: "claim === undefined ? ministry : (text(claim) ?? '')",
    to: 'claim === undefined ? ministry : (text(claim) ?? ministry)',
    tests: ['test/unit/identity/caller.test.ts'],
  },
  {
    name: 'a token without a role comes through',
    file: 'shared/http/require-caller.ts',
    from: '  if (caller) return caller;',
    to: '  if (caller || !caller) return caller as Caller;',
    tests: ['test/infra/faults-logged.test.ts'],
  },
  {
    name: 'a token for another audience comes through',
    file: 'infra/constructs/pipeline-api.ts',
    from: 'jwtAudience: [props.audience, ',
    to: "jwtAudience: [props.audience, 'another', ",
    tests: ['test/infra/aws/pipeline.test.ts'],
  },
  {
    name: 'who sent figures certifies them',
    file: 'functions/certify-submission/certify-submission.ts',
    from: '      await requireOther(accepted, { of, unit, actor }, deps);\n',
    to: '',
    tests: certify,
  },
  {
    name: 'who sent a copy of figures certifies them',
    file: 'shared/submission/has-sent.ts',
    from: '  for (const one of own.filter(isAccepted)) if (textOf(await read(one)) === wanted) return true;\n',
    to: '',
    tests: certify,
  },
  {
    name: 'who sent figures appraises them',
    file: parts,
    from: "['sent', sent],",
    to: "['sent', sent && files.length < 0],",
    tests: appraise,
  },
  {
    name: 'who sent evidence appraises what it proves',
    file: parts,
    from: '(await isTheirs(files)) || ',
    to: '',
    tests: appraise,
  },
  {
    name: 'who certified figures appraises them',
    file: parts,
    from: "['certified', await isTheirs(certified)],",
    to: '',
    tests: appraise,
  },
  {
    name: 'who ran the calculation appraises what it stands on',
    file: parts,
    from: "['ran', await isTheirs(starters)],",
    to: '',
    tests: appraise,
  },
  {
    name: 'who sent figures answers the objection to what they came to',
    file: 'functions/record-objection/answer-objection.ts',
    from: '      await requireNoHand(known, { of: { group, period, unit_id }, state, subject: actor.subject }, deps);\n',
    to: '',
    tests: ['test/long/functions/record-objection.test.ts'],
  },
  {
    name: 'a receipt is certified that was not accepted',
    file: 'functions/certify-submission/require-counting.ts',
    from: 'if (isAccepted(receipt) && isInTime(receipt.at, period, unitId)) return receipt;',
    to: 'if (isInTime(receipt.at, period, unitId)) return receipt as Accepted;',
    tests: certify,
  },
  {
    name: 'figures are withdrawn in silence: FIGURE_WITHDRAWN',
    file: 'shared/submission/rules/figure-withdrawn.ts',
    from: '    return was ? [{ row, was }] : [];',
    to: '    return was && row === was ? [{ row, was }] : [];',
    tests: ['test/unit/submission/rules/figure-withdrawn.test.ts'],
  },
];
