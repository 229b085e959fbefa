import type { Mutant } from './mutant.ts';

const publish = 'test/unit/functions/publish-release';
const decide = 'functions/publish-release/decide-release.ts';
const list = 'functions/publish-release/guards.ts';
const complete = 'functions/publish-release/complete-release.ts';
const choose = 'functions/start-run/choose-selection.ts';
const startRun = ['test/unit/functions/start-run.test.ts'];
const checkScores = ['test/unit/functions/check-scores.test.ts'];
const inputsChanged = [`${publish}/inputs-changed.test.ts`];
const previewGates = [`${publish}/preview-gates.test.ts`];
const objections = ['test/unit/functions/record-objection.test.ts'];
const guards = [`${publish}/guards.test.ts`];

/** Gates between a run and what the public reads. */
export const releaseMutants: Mutant[] = [
  {
    name: 'the second scorer refuses nothing',
    file: 'functions/check-scores/check-scores.ts',
    from: "  refuse('SCORES_DISAGREE', differences);\n",
    to: '',
    tests: checkScores,
  },
  {
    name: 'the SQL checks refuse nothing',
    file: 'functions/check-scores/check-scores.ts',
    from: "  refuse('SCORES_CHECK_FAILED', failures);\n",
    to: '',
    tests: checkScores,
  },
  {
    name: 'who touched a run releases it',
    file: 'functions/publish-release/require-second-person.ts',
    from: 'if (deeds.length === 0) return;',
    to: 'if (deeds.length >= 0) return;',
    tests: [`${publish}/second-person.test.ts`],
  },
  {
    name: 'who touched a run releases it by another sign-in',
    file: 'functions/publish-release/require-second-person.ts',
    from: '(id) => roots.get(id) ?? id',
    to: '(id) => id',
    tests: [`${publish}/second-person.test.ts`],
  },
  {
    name: 'the second person is not asked of the chain that the entry follows',
    file: list,
    from: 'require: ({ release, state }) => release.requireSecondPerson(state),',
    to: 'require: () => {},',
    tests: guards,
  },
  {
    name: 'of a run that is tried again only the last starter is kept',
    file: 'shared/ledger/fold-period.ts',
    from: '[...new Set([...(known?.started_by ?? []), subject])]',
    to: '[subject]',
    tests: startRun,
  },
  {
    name: 'who sent an earlier part may release what was kept of it',
    file: 'shared/release/involved-in.ts',
    from: '[...receipts, ...kept]',
    to: '[...receipts]',
    tests: ['test/unit/release/involved-in.test.ts'],
  },
  {
    name: 'a run is released that is not ready',
    file: 'shared/http/require-ready-run.ts',
    from: "if (status === 'ready' || status === 'released') return;",
    to: 'if (status) return;',
    tests: guards,
  },
  {
    name: 'a preview of a run that failed',
    file: 'functions/read-run/read-run.ts',
    from: "if (run.status !== 'ready' && run.status !== 'released') {",
    to: "if (run.status === 'running') {",
    tests: ['test/unit/functions/read-run.test.ts'],
  },
  {
    name: 'a preview of a run that is under way',
    file: 'functions/read-run/read-run.ts',
    from: "if (run.status !== 'ready' && run.status !== 'released') {",
    to: "if (run.status === 'failed') {",
    tests: ['test/unit/functions/read-run.test.ts'],
  },
  {
    name: 'a release while the period takes figures',
    file: list,
    from: 'requireClosed(state, release.run)',
    to: 'null',
    tests: inputsChanged,
  },
  {
    name: 'a release before the period is over',
    file: list,
    from: 'requireOver(release.run, deps.now())',
    to: 'null',
    tests: inputsChanged,
  },
  {
    name: 'a release under a number that is taken',
    file: list,
    from: 'requireNextNumber(state, release.run)',
    to: 'null',
    tests: inputsChanged,
  },
  {
    name: 'a release of inputs that have changed',
    file: 'functions/publish-release/require-unchanged.ts',
    from: 'if (changed.length === 0 || despite !== undefined) return;',
    to: 'if (changed.length >= 0) return;',
    tests: inputsChanged,
  },
  {
    name: 'the reason of an override is not recorded',
    file: decide,
    from: '    ...(despite === undefined ? {} : { despite_vi: despite }),\n',
    to: '',
    tests: inputsChanged,
  },
  {
    name: 'a guard that publishing does not ask',
    file: decide,
    from: 'for (const guard of guards) await guard.require(asked);',
    to: 'for (const guard of guards.slice(0, -1)) await guard.require(asked);',
    tests: inputsChanged,
  },
  {
    name: 'a release while units may object',
    file: list,
    from: 'requirePreviewOver(state, deps.now())',
    to: 'null',
    tests: previewGates,
  },
  {
    name: 'a later run is released while units may object to the one they were shown',
    file: 'shared/ledger/preview.ts',
    from: 'after_release === releases.length',
    to: 'after_release === releases.length + 1',
    tests: previewGates,
  },
  {
    name: 'a release while an objection waits for its answer',
    file: list,
    from: 'requireAnswered(await now())',
    to: 'null',
    tests: previewGates,
  },
  {
    name: 'who answered an objection releases',
    file: 'shared/release/involved-in.ts',
    from: '[...decisions, ...answers]',
    to: 'decisions',
    tests: previewGates,
  },
  {
    name: 'the checklist asks other guards than the release',
    file: 'functions/publish-release/read-checklist.ts',
    from: 'guards.map((guard)',
    to: 'guards.slice(1).map((guard)',
    tests: ['test/unit/functions/publish-release/checklist.test.ts'],
  },
  {
    name: 'a day that units were given is taken back',
    file: 'functions/open-preview/open-preview.ts',
    from: '      requireNoShorter(shown, until_at);\n',
    to: '',
    tests: ['test/unit/functions/open-preview.test.ts'],
  },
  {
    name: 'units are shown a run that is not ready',
    file: 'functions/open-preview/open-preview.ts',
    from: '  requireReady(state, run);\n',
    to: '',
    tests: ['test/unit/functions/open-preview.test.ts'],
  },
  {
    name: 'a unit sees the result of another',
    file: 'functions/read-preview/read-preview.ts',
    from: 'scores.indicator_points.filter((row) => row.unit_id === unit_id)',
    to: 'scores.indicator_points',
    tests: ['test/unit/functions/read-preview.test.ts'],
  },
  {
    name: 'a unit objects after the day',
    file: 'functions/record-objection/record-objection.ts',
    from: '  requireInTime(preview, now());\n',
    to: '',
    tests: objections,
  },
  {
    name: 'a unit objects to the same again and again',
    file: 'functions/record-objection/record-objection.ts',
    from: '  if (before.some(({ indicator }) => indicator === given.indicator)) throw objectionGiven(given.indicator);\n',
    to: '',
    tests: objections,
  },
  {
    name: 'an objection is answered twice',
    file: 'functions/record-objection/answer-objection.ts',
    from: '  if (found.answer === null) return;',
    to: '  if (found) return;',
    tests: objections,
  },
  {
    name: 'a unit reads who of the ministry did what',
    file: 'functions/read-log/read-log.ts',
    from: '(isUnit ? withoutMinistry(line) : line)',
    to: 'line',
    tests: ['test/unit/functions/read-log.test.ts'],
  },
  {
    name: 'a correction without a reason',
    file: choose,
    from: 'if (!reason) throw reasonNeeded(current.release);',
    to: 'if (!reason) return selection;',
    tests: startRun,
  },
  {
    name: 'a reason with nothing to correct',
    file: choose,
    from: '    if (reason) throw nothingToCorrect(selection.period);\n',
    to: '',
    tests: startRun,
  },
  {
    name: 'a run of nothing',
    file: choose,
    from: '  if (selection.submissions.length === 0) throw nothingAccepted(period, state);\n',
    to: '',
    tests: startRun,
  },
  {
    name: 'a carried appraisal beside a new one',
    file: 'functions/freeze-inputs/collect-inputs.ts',
    from: '...carried.filter((appraisal) => !decided.has(decisionKey(appraisal)))',
    to: '...carried',
    tests: ['test/unit/functions/freeze-inputs.test.ts'],
  },
  {
    name: 'the notice of the period is not frozen',
    file: 'functions/freeze-inputs/collect-inputs.ts',
    from: '    ...(selection.notice_vi === undefined ? {} : { notice_vi: selection.notice_vi }),\n',
    to: '',
    tests: ['test/unit/functions/freeze-inputs.test.ts'],
  },
  {
    name: 'another manifest than the one released',
    file: complete,
    from: 'if (sha256Of(manifestBytes) !== made.manifest_sha256)',
    to: 'if (manifestBytes.length === 0)',
    tests: guards,
  },
  {
    name: 'files of a run changed after its preview',
    file: 'shared/release/run-files.ts',
    from: '  if (changed) throw',
    to: "  if (changed && runId === '') throw",
    tests: guards,
  },
  {
    name: 'a release is shown before its files are out',
    file: 'functions/serve-scoreboard/serve-scoreboard.ts',
    from: 'if (found?.published) return found;',
    to: 'if (found) return found;',
    tests: ['test/unit/functions/serve-scoreboard.test.ts'],
  },
];
