import { round2024 } from '../../sample-data/rounds.ts';
import { writeDocument } from '../../shared/lake/documents.ts';
import { decisionsKey, figuresKey } from '../../shared/lake/keys.ts';
import { appendToUnit } from '../../shared/ledger/append.ts';
import type { PeriodOf } from '../../shared/ledger/chain.ts';
import { system } from '../../shared/ledger/entry.ts';
import { readPeriod, readUnit } from '../../shared/ledger/read-ledger.ts';
import { selectInputs } from '../../shared/release/select-inputs.ts';
import { writeAnswerDocument } from '../../shared/submission/answer-document.ts';
import type { Finding } from '../../shared/submission/submission.ts';
import type { Engines } from './engines.ts';
import { hashNamed } from './hash-named.ts';
import type { Figure } from './lay-round.ts';
import { framework } from './round-workbooks.ts';

/** Of a file that was not accepted. */
export const refusal: Finding = {
  ...{ rule: 'NOT_NUMBER', severity: 'error', sheet: 'Số liệu', cell: 'H7', row: null, field: null, value: 'chín' },
  ...{ message_vi: 'Ô H7: giá trị “chín” chưa phải là số.', message_en: 'Cell H7: “chín” is no number.' },
};

/** What the unit published for 2024, with other values by indicator. */
function figuresOf(unitId: string, changes: Record<string, string> = {}): Figure[] {
  const { values } = round2024('province34').rows.find(({ unit }) => unit.unit_id === unitId)!;
  return values.map(({ indicator, input, value }) => ({ indicator, input, value: changes[indicator] ?? value }));
}

export interface Sent {
  by?: string;
  changes?: Record<string, string>;
  accepted?: boolean;
  /** By API, so that its figures stand in elements and not in cells. */
  format?: 'json';
}

/** Where entries are made, when and by whom. */
export interface Entering {
  engines: Engines;
  of: PeriodOf;
  /** A minute later at each look. */
  at: () => string;
  /** Another one each time. */
  cause: (what: string) => string;
  /** How many there have been. */
  causes: { next: number };
  person: (subject: string, role: string) => Promise<{ subject: string; role: string }>;
}

/** What units send and what becomes of it, written into their chains without the doors of the intake. */
export function enterUnits({ engines, of, at, cause, causes, person }: Entering) {
  /** The unit's next file, by its officer unless told otherwise. */
  async function receive(unitId: string, { by = `officer-${unitId}`, changes, accepted = true, format }: Sent = {}) {
    const unit = { ...of, unit_id: unitId };
    const arrival = cause('upload');
    const number = causes.next;
    const sent = figuresOf(unitId, changes);
    const sha256 = hashNamed(`${unitId} ${JSON.stringify(sent)} ${number}`);
    const rows = sent.map((figure, place) => ({ ...figure, submission_sha256: sha256, row: place + 1 }));
    const document = { figures: sent, ...(format ? { observations: rows } : {}) };
    const figures = await writeDocument(engines.lake, (hash) => figuresKey(unit, hash), document);
    const officer = await person(by, 'officer');
    const { receipts } = await readUnit(engines.ledger, unit);
    const answer_sha256 = await writeAnswerDocument(engines.lake, {
      ...{ ...unit, receipt: receipts.length + 1, declared_unit_id: unitId, sha256, format: format ?? 'xlsx' },
      ...{ file_name: `${arrival}.xlsx`, received_at: '2099-10-05T00:00:00.000Z', framework_sha256: framework.sha256 },
      ...{ accepted, compared_with: null, findings: accepted ? [] : [refusal] },
    });
    await appendToUnit(engines, unit, {
      cause: arrival,
      decide: () => ({
        ...{ kind: 'received', at: at(), ...officer },
        about: { upload_number: number, format: format ?? 'xlsx', sha256, bytes: 1000 },
      }),
    });
    await appendToUnit(engines, unit, {
      cause: `answer/${arrival}`,
      decide: () => ({
        ...{ kind: 'answered', at: at(), ...system },
        about: {
          ...{ receipt: receipts.length + 1, accepted, answer_sha256 },
          ...{ figures_sha256: accepted ? figures : null, errors: accepted ? 0 : 1, warnings: 0, compared_with: null },
        },
      }),
    });
  }

  const currentFigures = async (unitId: string) => {
    const { selection } = await selectInputs(of, (await readPeriod(engines.ledger, of))!, framework, engines);
    return selection.submissions.find(({ unit_id }) => unit_id === unitId)!.figures_sha256;
  };

  async function certify(unitId: string, receipt: number, by: string) {
    const certifier = await person(by, 'certifier');
    await appendToUnit(
      engines,
      { ...of, unit_id: unitId },
      {
        cause: cause('certify'),
        decide: () => ({
          kind: 'certified',
          at: at(),
          ...certifier,
          about: { receipt, figures_sha256: hashNamed('x') },
        }),
      },
    );
  }

  async function appraise(unitId: string, points: Record<string, string>, by: string) {
    const unit = { ...of, unit_id: unitId };
    const reason = 'Thiếu hồ sơ';
    const appraiser = await person(by, 'appraiser');
    const figures_sha256 = await currentFigures(unitId);
    const decisions = await writeDocument(engines.lake, (hash) => decisionsKey(unit, hash), {
      ...{ points, decisions: Object.entries(points).map(([indicator, own]) => ({ indicator, points: own, reason })) },
    });
    await appendToUnit(engines, unit, {
      cause: cause('appraise'),
      decide: () => ({
        ...{ kind: 'decision', at: at(), ...appraiser },
        about: {
          ...{ figures_sha256, decisions_sha256: decisions, appraisal_sha256: hashNamed('workbook') },
          ...{ decided: Object.keys(points), withdrawn: [] },
        },
      }),
    });
  }

  return { receive, certify, appraise };
}
