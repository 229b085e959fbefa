import type { Pipeline } from '../../infra/local/pipeline.ts';
import { callApi } from '../../infra/local/round/call-api.ts';
import { sha256Of } from '../../shared/digest/canonical-json.ts';
import { pdf } from './evidence-files.ts';
import { declared, formWith, of } from './officer-portal.ts';
import { postFile, type SignedForm } from './uploads.ts';

/** Markup, a formula, and letters and a mark that turn a line around: what anybody may write anywhere. */
export const hostile = '<img src=x onerror="window.broken=1"> =HYPERLINK("http://x") אבג \u202Egnp.exe';

/** No name may hold what only looks like another one. */
const hostileName = 'אבג <b onclick=alert(1)> \u202Efdp.pdf';

const unit = of.unit_id;
const at = (door: string, rest = '') => `/v1/${door}/${of.group}/${of.period}/${unit}${rest}` as const;

/** Lets everybody of a period write {@link hostile} wherever the API takes words. Answers which submissions hold them. */
export async function writeHostileWords(pipeline: Pipeline): Promise<{ named: number; noted: number }> {
  const as = (role: 'officer' | 'certifier' | 'appraiser' | 'publisher') =>
    pipeline.issueToken({
      ...{ sub: `hostile-${role}`, name: hostile, role },
      ...(role === 'officer' || role === 'certifier' ? { unit } : {}),
    });
  const [officer, certifier, appraiser, publisher] = await Promise.all(
    (['officer', 'certifier', 'appraiser', 'publisher'] as const).map(as),
  );
  const ask = <Answer>(token: string | undefined, route: `POST /${string}` | `GET /${string}`, body?: unknown) =>
    callApi<Answer>(pipeline.url, token!, route, body);

  const bytes = pdf('h');
  const wanted = { sha256: sha256Of(bytes), size: bytes.length, file_name: hostileName, indicator: 'inf_ai' };
  await postFile(await ask<SignedForm>(officer, `POST ${at('evidence')}`, wanted), bytes);
  const form = await formWith({ 'aw_radio/numerator': '160' });
  const file = { ...of, sha256: sha256Of(form), size: form.length, file_name: 'אבג \u202Exslx.exe.xlsx' };
  await postFile(await ask<SignedForm>(officer, 'POST /v1/uploads', file), form);
  await pipeline.settled();

  const typed = { indicator: 'inf_ai', input: 'count', version: 0, value: '2', evidence: hostile, note: hostile };
  await ask(officer, `POST ${at('drafts', '/rows')}`, { rows: [typed] });
  const to = { department: 'so-y-te', department_name_vi: hostile, person_vi: hostile.slice(0, 90) };
  await ask(officer, `POST ${at('assignments')}`, { rows: [{ indicator: 'inf_ai' }], to });
  const values = declared.map(({ indicator, input, value }) => ({
    ...{ indicator, value, evidence: hostile, note: hostile },
    ...(input ? { input } : {}),
  }));
  const { receipt } = await ask<{ receipt: number }>(officer, `POST ${at('submissions')}`, values);
  await ask(certifier, `POST ${at('submissions', `/receipts/${receipt}/return`)}`, { text_vi: hostile });
  const question = { text_vi: hostile, answer_by: '2099-12-31', indicator: 'inf_ai' };
  await ask(appraiser, `POST ${at('questions')}`, question);
  await ask(officer, `POST ${at('questions', '/1/reply')}`, { text_vi: hostile, evidence_vi: hostile });
  const queue = await ask<{ rows: { figures_sha256: string }[] }>(
    appraiser,
    `GET /v1/appraisals/${of.group}/${of.period}/queue?unit_id=${unit}`,
  );
  const decision = { decision: 'reject', indicator: 'inf_ai', reason_vi: hostile };
  const decisions = { figures_sha256: queue.rows[0]!.figures_sha256, decisions: [decision] };
  await ask(appraiser, `POST ${at('appraisals')}`, decisions);
  await ask(officer, `POST ${at('appraisals', '/feedback')}`, {
    indicator: 'inf_ai',
    text_vi: hostile,
    evidence_vi: hostile,
  });
  const moved = { deadline: '2099-12-30', reason_vi: hostile };
  await ask(publisher, `POST /v1/periods/${of.group}/${of.period}/deadline`, moved);
  return { named: receipt - 1, noted: receipt };
}

/**
 * What words of others do to a page: markup that became elements, marks that turn lines around, and Hebrew letters whose
 * line is not their own. Runs in the page.
 */
export const harmDone = `(() => {
  const found = [];
  const main = document.querySelector('main');
  if (window.broken) found.push('a script ran');
  if (main.querySelector('img[src="x"], b[onclick]')) found.push('markup became elements');
  if (/[\\u202A-\\u202E\\u2066\\u2067]/.test(main.textContent)) found.push('marks of direction are left');
  const texts = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const text = texts.currentNode;
    if (!text.data.includes('\\u05d0')) continue;
    // Told apart within a text of ours.
    if (text.data.includes('\\u2068')) continue;
    // A block isolates too, and with the words all else that stands in it.
    let element = text.parentElement;
    const isTheirs = /^\\s*(<img|\\u05d0)/.test(text.data);
    const isOwn = (one) =>
      one.matches('bdi, .said, option, textarea') || (isTheirs && one.textContent.trim() === text.data.trim());
    while (element !== main && !isOwn(element)) element = element.parentElement;
    if (element === main) found.push('not apart: ' + text.parentElement.outerHTML.slice(0, 160));
  }
  return found;
})()`;
