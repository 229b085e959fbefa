import type { Mutant } from './mutant.ts';

const departments = ['test/unit/drafts/departments.test.ts'];
const saving = ['test/long/drafts/save-draft.test.ts'];
const sending = ['test/long/drafts/send-draft.test.ts'];

/** Whose rows are whose, and whose words are lost. */
export const draftMutants: Mutant[] = [
  {
    name: 'a department does what is for the whole unit',
    file: 'shared/http/require-caller.ts',
    from: 'if (caller.department === null) return;',
    to: 'if (caller.department !== undefined) return;',
    tests: departments,
  },
  {
    name: 'a department fills the rows of others',
    file: 'functions/save-draft/refusals.ts',
    from: 'if (!foreign) return;',
    to: 'if (foreign || !foreign) return;',
    tests: departments,
  },
  {
    name: 'a department without a name has the rows that nobody has',
    file: 'shared/submission/draft/own-rows.ts',
    from: "department === null || (department !== '' &&",
    to: "department === null || department === '' || (department !== '' &&",
    tests: departments,
  },
  {
    name: 'a row is overwritten that somebody changed since',
    file: 'shared/submission/draft/draft-store.ts',
    from: '!== saving.version) return keepRival(',
    to: '< saving.version) return keepRival(',
    tests: saving,
  },
  {
    name: 'of two at once the later overwrites',
    file: 'shared/submission/draft/draft-store.ts',
    from: "{ ConditionExpression: 'attribute_not_exists(pk)' };",
    to: '{};',
    tests: saving,
  },
  {
    name: 'a draft is sent that nobody has seen',
    file: 'functions/send-draft/send-draft.ts',
    from: 'if (version === standing) return;',
    to: 'if (standing) return;',
    tests: sending,
  },
  {
    name: 'who filled a row has not sent it',
    file: 'shared/ledger/fold-unit.ts',
    from: '  ...filled_by,\n',
    to: '  ...filled_by.slice(filled_by.length),\n',
    tests: sending,
  },
];
