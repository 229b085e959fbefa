import { illustrativeNote, quarter } from '../../../sample-data/quarter.ts';
import type { PeriodView } from '../../../shared/ledger/describe-period.ts';
import { membersOf } from '../../../shared/units/registry.ts';
import type { Pipeline } from '../pipeline.ts';
import { callApi } from './call-api.ts';
import { type ReceivedRound, receiveRound } from './close-round.ts';
import { makeQuarterWorkbooks } from './made-workbooks.ts';
import type { Progress } from './progress.ts';

/** A period that people find at work: whoever tries the portal has something to do in it. */
export const halfWay = { group: 'ministry-services', period: '2026-Q3' } as const;

const daysLeft = 7;
/** Besides the one that the sample round keeps late. */
const moreMissing = 2;

export interface HalfWay {
  /** Units that have sent nothing. */
  missing: number;
  rejected: string[];
  /** Accepted, and waiting for the head of the unit. */
  uncertified: string;
  inQuestion: string;
  /** Last day for sending. */
  deadline: string | null;
}

/**
 * Opens the period and brings it to the middle of its life: some units missing, one rejected, one uncertified, one in
 * question. What was begun is gone on with; once the question stands, the period is the people's, and null is answered.
 */
export async function leaveHalfWay(
  pipeline: Pipeline,
  signingKey: Uint8Array,
  progress: Progress,
): Promise<HalfWay | null> {
  const token = await pipeline.issueToken({ sub: 'publisher', role: 'publisher' });
  const known = await readPeriod(pipeline, token);
  if (known && (await isAsked(pipeline, token))) return null;
  const tell: Progress = (step, count) => progress(`[minh họa ${halfWay.group} ${halfWay.period}] ${step}`, count);
  const { submissions } = await receiveSome(known, pipeline, signingKey, tell);
  const units = (accepted: boolean) => [
    ...new Set(submissions.filter((file) => file.accepted === accepted).map(unitOf)),
  ];
  const rejected = units(false);
  const [asked, uncertified, ...others] = units(true).sort();
  for (const unit of [asked!, ...others]) await certify(unit, pipeline, tell);
  await ask(asked!, pipeline);
  const { deadline } = (await readPeriod(pipeline, token))!;
  const sent = new Set(submissions.map(unitOf));
  const missing = membersOf(halfWay.group, halfWay.period).filter(({ unit_id }) => !sent.has(unit_id));
  return { missing: missing.length, rejected, uncertified: uncertified!, inQuestion: asked!, deadline };
}

/** As a day in Vietnam. */
const dayIn = (days: number): string => new Date(Date.now() + (days * 24 + 7) * 3_600_000).toISOString().slice(0, 10);

const unitOf = ({ unit_id }: { unit_id: string | null }): string => unit_id!;
const path = `${halfWay.group}/${halfWay.period}` as const;

async function readPeriod(pipeline: Pipeline, token: string): Promise<PeriodView | null> {
  const { periods } = await callApi<{ periods: { period: string }[] }>(
    pipeline.url,
    token,
    `GET /v1/me/periods?group=${halfWay.group}`,
  );
  if (!periods.some(({ period }) => period === halfWay.period)) return null;
  return callApi<PeriodView>(pipeline.url, token, `GET /v1/periods/${path}`);
}

/** The last thing done here. */
async function isAsked(pipeline: Pipeline, token: string): Promise<boolean> {
  const { questions } = await callApi<{ questions: unknown[] }>(pipeline.url, token, `GET /v1/questions/${path}`);
  return questions.length > 0;
}

async function receiveSome(
  known: PeriodView | null,
  pipeline: Pipeline,
  signingKey: Uint8Array,
  tell: Progress,
): Promise<ReceivedRound> {
  const { group, period } = halfWay;
  const { framework, files } = await makeQuarterWorkbooks(group, period, signingKey, tell);
  const { files: made, story } = await quarter(group, period);
  const players = Object.values(story);
  const quiet = made.filter(({ unit }) => !players.includes(unit.unit_id)).slice(-moreMissing);
  const sent = files.filter(({ name }) => !quiet.some(({ unit }) => name.startsWith(unit.unit_id)));
  // The day of the first start holds.
  const deadline = known ? undefined : dayIn(daysLeft);
  const terms = { certification: 'required', ...(deadline && { deadline }) } as const;
  return receiveRound({ group, period, framework, files: sent, notice_vi: illustrativeNote, terms }, pipeline, tell);
}

async function certify(unit: string, pipeline: Pipeline, tell: Progress): Promise<void> {
  const token = await pipeline.issueToken({ sub: `certifier.${unit}`, role: 'certifier', unit });
  const door = `/v1/submissions/${path}/${unit}` as const;
  const { submissions } = await callApi<{ submissions: { receipt: number; status: string }[] }>(
    pipeline.url,
    token,
    `GET ${door}`,
  );
  const newest = submissions.find(({ status }) => status === 'accepted')!;
  await callApi(pipeline.url, token, `POST ${door}/receipts/${newest.receipt}/certify`, {});
  tell('lãnh đạo xác nhận');
}

/** About the first indicator that the unit declares. */
async function ask(unit: string, pipeline: Pipeline): Promise<void> {
  const { files } = await quarter(halfWay.group, halfWay.period);
  const { indicator } = files.find((file) => file.unit.unit_id === unit)!.values[0]!;
  const token = await pipeline.issueToken({ sub: 'appraiser', role: 'appraiser' });
  const text_vi = 'Đề nghị bổ sung tài liệu kiểm chứng của số liệu kê khai trong quý (câu hỏi minh họa).';
  const answer_by = dayIn(daysLeft);
  await callApi(pipeline.url, token, `POST /v1/questions/${path}/${unit}`, { text_vi, answer_by, indicator });
}
