import type { ProblemBody } from '../../../shared/http/problem.ts';

/** A refusal of the API: its problem document, as an error. */
export class ApiRefusal extends Error {
  override readonly name = 'ApiRefusal';
  readonly status: number;
  readonly problem: Partial<ProblemBody>;

  constructor(request: string, status: number, problem: Partial<ProblemBody>) {
    super(`${request}: ${status} ${problem.detail_en ?? problem.title ?? ''}`);
    this.status = status;
    this.problem = problem;
  }
}

/** Calls a route of the pipeline as the bearer of the token. Throws {@link ApiRefusal} on 4xx and 5xx. */
export async function callApi<Answer>(
  base: string,
  token: string,
  request: `${'GET' | 'POST'} /${string}`,
  body?: unknown,
): Promise<Answer> {
  const [method, path] = request.split(' ') as [string, string];
  const answer = await fetch(new URL(path, base), {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  if (answer.ok) return JSON.parse(text) as Answer;
  throw new ApiRefusal(request, answer.status, readProblem(text));
}

function readProblem(text: string): Partial<ProblemBody> {
  try {
    return JSON.parse(text) as Partial<ProblemBody>;
  } catch {
    return { title: text.slice(0, 200) };
  }
}
