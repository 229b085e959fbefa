import type { Mutant } from './mutant.ts';

const ledger = 'shared/ledger/ledger.ts';
const append = ['test/unit/ledger/append.test.ts'];
const folds = ['test/unit/ledger/folds.test.ts'];

/** What makes of entries a ledger. */
export const ledgerMutants: Mutant[] = [
  {
    name: 'an entry is put although its number is taken',
    file: 'shared/score-store/score-table.ts',
    from: "putItem(table, item, { ConditionExpression: 'attribute_not_exists(pk)' });",
    to: 'putItem(table, item);',
    tests: append,
  },
  {
    name: 'a cause is entered twice',
    file: ledger,
    from: '    if (known) return { entries, entry: known, isNew: false };\n',
    to: '',
    tests: append,
  },
  {
    name: 'an entry is written that no fold bears',
    file: ledger,
    from: '    fold?.(longer);\n',
    to: '',
    tests: append,
  },
  {
    name: 'an entry does not name the one before',
    file: ledger,
    from: 'last ? hashOf(last) : genesisOf(chain)',
    to: 'genesisOf(chain)',
    tests: append,
  },
  {
    name: 'an entry follows a chain that its decision did not see',
    file: ledger,
    from: '    const draft = await decide(entries);',
    to: '    const draft = await decide(entries.slice(0, attempt === 0 ? undefined : -1));',
    tests: append,
  },
  {
    name: 'a chain that was changed is scored: LEDGER_BROKEN',
    file: 'shared/ledger/read-ledger.ts',
    from: '    requireWhole(chain, entries);\n',
    to: '',
    tests: ['test/unit/ledger/read-ledger.test.ts'],
  },
  {
    name: 'a period’s chain that was changed is run and released',
    file: 'shared/ledger/read-ledger.ts',
    from: '  requireWhole(periodChain(of), entries);\n',
    to: '',
    tests: ['test/unit/ledger/broken-chain.test.ts'],
  },
  {
    name: 'an attempt that another has followed ends the run',
    file: 'shared/ledger/fold-period.ts',
    from: "if (run.attempt !== about.attempt || run.status === 'released') return;",
    to: "if (run.status === 'released') return;",
    tests: folds,
  },
  {
    name: 'a run that is released moves when an attempt ends',
    file: 'shared/ledger/fold-period.ts',
    from: "if (run.attempt !== about.attempt || run.status === 'released') return;",
    to: 'if (run.attempt !== about.attempt) return;',
    tests: folds,
  },
  {
    name: 'a run that is released moves when it is started again',
    file: 'shared/ledger/fold-period.ts',
    from: "known?.status === 'released' ? 'released' : 'running'",
    to: "'running'",
    tests: folds,
  },
  {
    name: 'a kind that no fold knows is skipped',
    file: 'shared/ledger/in-order.ts',
    from: 'export function unknownKind(entry: never): never {',
    to: 'export function unknownKind(entry: never): never {\n  return entry;',
    tests: folds,
  },
  {
    name: 'the first answer to a receipt is replaced',
    file: 'shared/ledger/fold-unit.ts',
    from: 'about.answer ??= answer;',
    to: 'about.answer = answer;',
    tests: folds,
  },
  {
    name: 'a list goes back to an earlier head',
    file: 'shared/ledger/keep-projection.ts',
    from: "'attribute_not_exists(pk) OR #head.#number <= :number'",
    to: "'attribute_not_exists(pk) OR #head.#number <= :number OR #head.#number > :number'",
    tests: ['test/unit/ledger/projections.test.ts'],
  },
  {
    name: 'functions may update the ledger',
    file: 'infra/constructs/grants.ts',
    from: "grantTable(table, access, ['dynamodb:PutItem']),",
    to: "grantTable(table, access, ['dynamodb:PutItem', 'dynamodb:UpdateItem']),",
    tests: ['test/infra/aws/pipeline.test.ts'],
  },
  {
    name: 'the ledger refuses nobody who changes it',
    file: 'infra/constructs/ledger-table.ts',
    from: '      resourcePolicy: new PolicyDocument({ statements: [refuseChanges()] }),\n',
    to: '',
    tests: ['test/infra/aws/storage.test.ts'],
  },
];
