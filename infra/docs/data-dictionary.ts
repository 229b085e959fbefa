import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { frozenTables, lakeDatabase, type Table } from '../../shared/lake/tables.ts';
import type { OutputTable } from '../../shared/scoring/sql/output-table.ts';
import { outputTables, scoredTables } from '../../shared/scoring/sql/output-tables.ts';
import { projectRoot } from '../bundling.ts';
import { fieldMeanings } from './field-meanings.ts';
import { code, markdownTable, pageHead } from './markdown.ts';
import { type DescribedField, type DescribedInterface, readInterfaces } from './read-interfaces.ts';

interface Section {
  title: string;
  about: string;
  /** Interfaces to list, by module. */
  modules: { file: string; interfaces: string[] }[];
}

const sections: Section[] = [
  {
    title: 'Ledger (DynamoDB)',
    about:
      'A table of its own, keys `pk` (the chain) and `sk` (the number). An entry is written once, on condition that its ' +
      'number is free; nothing updates or deletes. `about` holds one of the shapes below, by `kind`.',
    modules: [
      { file: 'shared/ledger/entry.ts', interfaces: ['Entry', 'Head'] },
      {
        file: 'shared/ledger/unit-entry.ts',
        interfaces: [
          'FormTaken',
          'FileArrived',
          'FirstAnswer',
          'LaterAnswer',
          'Certification',
          'UnitDecisions',
          'IndicatorFeedback',
          'EvidenceFile',
        ],
      },
      {
        file: 'shared/ledger/period-entry.ts',
        interfaces: [
          'PeriodTerms',
          'NewDeadline',
          'Closing',
          'ReopenedUnit',
          'RunAttempt',
          'RunOutcome',
          'ReleaseFacts',
          'CorrectionFacts',
        ],
      },
    ],
  },
  {
    title: 'Score store (DynamoDB)',
    about:
      'One table, keys `pk` and `sk`. Items are written once or move by one conditional write; there are no transactions.',
    modules: [
      { file: 'shared/ledger/board.ts', interfaces: ['BoardRow'] },
      { file: 'shared/ledger/period-list.ts', interfaces: ['PeriodRow'] },
      { file: 'shared/identity/people.ts', interfaces: ['Person'] },
      { file: 'shared/submission/draft/draft-row.ts', interfaces: ['TypedRow', 'DraftRow'] },
      { file: 'shared/submission/draft/draft-store.ts', interfaces: ['Rival'] },
      { file: 'shared/submission/draft/assignments.ts', interfaces: ['Assigned', 'AssignedRow'] },
      { file: 'shared/score-store/scores.ts', interfaces: [] },
      { file: 'shared/score-store/releases.ts', interfaces: ['Release', 'ReleaseCorrection'] },
      { file: 'shared/score-store/listed-releases.ts', interfaces: ['ListedRelease', 'ListedFramework'] },
      { file: 'shared/open-data/public-release.ts', interfaces: ['PublicRelease'] },
      { file: 'shared/score-store/published-frameworks.ts', interfaces: ['PublishedFramework'] },
      { file: 'shared/notices/notice-list.ts', interfaces: ['NoticeItem'] },
      { file: 'shared/notices/contacts.ts', interfaces: ['Contacts'] },
    ],
  },
  {
    title: 'Documents in the lake (S3)',
    about: 'JSON, addressed by hash or by run; the keys stand in `shared/lake/keys.ts`.',
    modules: [
      {
        file: 'shared/submission/submission.ts',
        interfaces: ['Finding', 'Observation', 'ExplainedBlank', 'FormIdentity'],
      },
      { file: 'shared/notices/notice.ts', interfaces: ['Notice'] },
      { file: 'shared/submission/evidence/evidence-record.ts', interfaces: ['EvidenceRecord'] },
      { file: 'shared/submission/evidence/file/evidence-document.ts', interfaces: ['EvidenceDocument'] },
      { file: 'shared/submission/answer-document.ts', interfaces: ['AnswerDocument'] },
      { file: 'shared/submission/read-row.ts', interfaces: ['RowsDocument', 'ReadRow'] },
      { file: 'shared/submission/figures-document.ts', interfaces: ['FiguresDocument'] },
      {
        file: 'shared/submission/appraisal/decisions-document.ts',
        interfaces: ['DecisionsDocument', 'IndicatorDecision'],
      },
      { file: 'shared/submission/appraisal/feedback-document.ts', interfaces: ['FeedbackDocument'] },
      {
        file: 'shared/submission/questions/question-document.ts',
        interfaces: ['QuestionDocument', 'ReplyDocument'],
      },
      { file: 'shared/submission/draft/draft-document.ts', interfaces: ['DraftDocument'] },
      { file: 'shared/submission/return-document.ts', interfaces: ['ReturnDocument'] },
      {
        file: 'shared/release/selection.ts',
        interfaces: [
          'Selection',
          'SelectedPrevious',
          'SelectedSubmission',
          'SelectedDecision',
          'SelectedCorrection',
          'CorrectionReason',
        ],
      },
      { file: 'shared/release/run-files.ts', interfaces: ['RunHeads'] },
    ],
  },
  {
    title: 'Files of a release (public)',
    about:
      '`scoreboard.json`, `manifest.json`, `release.json` (who by office, when, on which chains; outside the promised bytes), ' +
      '`provenance.json` (receipts and digests of the files that figures stand in; outside the promised bytes) and, where there is a comparable release before it, `changes.json`; where it takes the place of another of its period, ' +
      '`corrections.json`. ' +
      '`scoreboard.csv` holds the same values as the scoreboard, one row per unit; `scoreboard-vi.csv` the same for spreadsheets ' +
      'in Vietnamese, with the state of the unit in its last column. `scores.csv`, `scores.parquet` (values as `DECIMAL`, exact) and ' +
      '`scores.sdmx.csv` (SDMX-CSV 2.0, structure `DTI:DF_SCORES(1.0)` of no registry) hold one row per unit and measure, as ' +
      '`ScoreRow`. Beside each CSV file `….csv-metadata.json` describes its columns (CSV on the Web); `datapackage.json` ' +
      '(Data Package 2.0) lists every output with size and hash.',
    modules: [
      {
        file: 'shared/scoring/scoreboard.ts',
        interfaces: ['Scoreboard', 'ScoreboardFramework', 'ScoreboardMeasure', 'ScoreboardUnit', 'PublishedScore'],
      },
      { file: 'shared/release/open-data/score-rows.ts', interfaces: ['ScoreRow'] },
      { file: 'shared/release/manifest.ts', interfaces: ['Manifest', 'ManifestFile'] },
      { file: 'functions/publish-release/release-file.ts', interfaces: ['ReleaseFile', 'Office'] },
      {
        file: 'shared/release/provenance/provenance-file.ts',
        interfaces: ['ProvenanceFile', 'UnitReceipts', 'FigureRow'],
      },
      { file: 'shared/release/provenance/provenance.ts', interfaces: ['ReceivedFile'] },
      {
        file: 'shared/release/corrections/corrections.ts',
        interfaces: [
          'Corrections',
          'CorrectionCounts',
          'AverageCorrection',
          'UnitCorrection',
          'FigureCorrection',
          'StateCorrection',
          'PointsCorrection',
          'ScoreCorrection',
        ],
      },
      {
        file: 'shared/release/changes/changes.ts',
        interfaces: ['Changes', 'ComparedRelease', 'MeasureChange', 'UnitChange', 'ScoreChange', 'RankParts'],
      },
    ],
  },
  {
    title: 'Back-casts of merged units',
    about: 'What `npm run successors -- --backcasts FILE.json` writes. Derived and unranked: no part of any release.',
    modules: [
      { file: 'shared/release/mergers/backcast-releases.ts', interfaces: ['BackcastsFile'] },
      {
        file: 'shared/release/mergers/backcasts.ts',
        interfaces: [
          'Backcasts',
          'SuccessorBackcasts',
          'Backcast',
          'BackcastScore',
          'SummedBackcast',
          'SummedIndicator',
        ],
      },
      { file: 'shared/release/mergers/join-series.ts', interfaces: ['UnitSeries', 'SeriesPoint'] },
    ],
  },
];

/** Tables, items and files with every field, from the definitions that the code itself uses. */
export async function renderDataDictionary(): Promise<string> {
  const about =
    'Every table, item and file that the pipeline keeps. Serialised names are `snake_case`; decimals are text or ' +
    'scaled integers, never floats; NULL and `null` mean that there is no value, which is never zero.';
  const files = 'shared/lake/tables.ts, shared/scoring/sql/*/table.ts and the interfaces named below';
  return [
    pageHead('Data dictionary', about, files),
    frozenPart(),
    outputPart(),
    ...(await Promise.all(sections.map(sectionPart))),
  ].join('\n');
}

const frozenPart = (): string =>
  [
    `## Tables of the lake (Athena database ${code(lakeDatabase)})\n`,
    'Frozen inputs of a run; what is computed of them and kept follows below. One Parquet file per table and run, ' +
      'partition `run_id`.\n',
    ...frozenTables.map((table) => `${tableHead(table)}\n${columnTable(table)}`),
  ].join('\n');

const outputPart = (): string =>
  [
    '## What scoring SQL computes\n',
    `Kept in the lake like the frozen tables: ${scoredTables.map(({ table }) => code(table)).join(', ')}. Any other is a ` +
      'common table expression of the statement that needs it. Inputs are frozen tables or tables above.\n',
    ...outputTables.map((table) => `${tableHead(table)}\n${columnTable(table)}\n${checkList(table)}`),
  ].join('\n');

const tableHead = ({ table, description, grain }: Table): string =>
  `### ${code(table)}\n\n${description}. One row per ${grain}.\n`;

const columnTable = ({ columns }: Table): string =>
  markdownTable(
    ['Column', 'Type', 'NULL', 'Meaning'],
    columns.map(({ name, type, nullable, description }) => [code(name), type, nullable ? 'yes' : 'no', description]),
  );

function checkList({ reads, checks }: OutputTable): string {
  const listed = checks.map(({ check }) => code(check)).join(', ');
  return `Reads ${reads.map(code).join(', ')}. ${listed === '' ? 'No check of its own.' : `Checks: ${listed}.`}\n`;
}

async function sectionPart({ title, about, modules }: Section): Promise<string> {
  return [`## ${title}\n\n${about}\n`, ...(await Promise.all(modules.map(modulePart)))].join('\n');
}

async function modulePart({ file, interfaces }: Section['modules'][number]): Promise<string> {
  const source = await readFile(join(projectRoot, file), 'utf8');
  const known = new Map(readInterfaces(source).map((shape) => [shape.name, shape]));
  const shapes = interfaces.map((name) => {
    const shape = known.get(name);
    if (!shape) throw new Error(`${file} has no exported interface ${name}; mend infra/docs/data-dictionary.ts`);
    return interfacePart(shape);
  });
  const keys = itemKeys(source);
  const keyLine = keys.length === 0 ? [] : [`Key templates in ${code(file)}: ${keys.map(code).join(', ')}.\n`];
  return [...keyLine, ...shapes].join('\n');
}

function interfacePart({ name, description, fields }: DescribedInterface): string {
  const about = description === '' ? '' : `${description}\n\n`;
  const rows = fields.map((field) => [code(field.name), code(field.type), meaningOf(field, name)]);
  return `### ${name}\n\n${about}${markdownTable(['Field', 'Type', 'Meaning'], rows)}`;
}

/** Throws on a field that nobody has described. */
export function meaningOf({ name, description }: DescribedField, owner: string): string {
  const meaning = description || fieldMeanings[name];
  if (!meaning) throw new Error(`${owner}.${name} has no doc comment and no line in infra/docs/field-meanings.ts`);
  return meaning;
}

/** Templates of item keys as the module writes them: `RUN#{runId}`. */
const itemKeys = (source: string): string[] => [
  ...new Set([...source.matchAll(/`([A-Z_]+#[^`]*)`/g)].map(([, template]) => readable(template!))),
];

const readable = (template: string): string =>
  template
    .replace(/\$\{String\((\w+)\)\.padStart\((\d+), '0'\)\}/g, '{$1, $2 digits}')
    .replace(/\$\{(?:\w+\.)?(\w+)\}/g, '{$1}');
