import { afterEach, expect } from 'vitest';
import { undocumented } from './documented-answers.ts';

/** Every answer that a test gets from the API stands in the OpenAPI document: told after the test that got another. */
const found: string[] = [];
const { fetch } = globalThis;

globalThis.fetch = async (input, init) => {
  const answer = await fetch(input, init);
  const url = input instanceof Request ? input.url : String(input);
  const method = init?.method ?? (input instanceof Request ? input.method : 'GET');
  // Followed on to a link of S3's, the status is not the route's own.
  const wrong = answer.redirected ? null : undocumented(method, url, answer.status);
  if (wrong !== null) found.push(wrong);
  return answer;
};

afterEach(() => {
  expect(found.splice(0)).toEqual([]);
});
