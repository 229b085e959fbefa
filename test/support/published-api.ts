import { published } from '../../functions/read-published/published.ts';
import { allReader } from '../../functions/read-published/read-all.ts';
import type { ReadPublishedDeps } from '../../functions/read-published/read-published.ts';
import { readPublished } from '../../functions/read-published/read-published.ts';
import { openScores } from '../../functions/read-published/read-scores.ts';
import type { PublicEvent } from '../../shared/http/http-function.ts';
import { keptTexts } from '../../shared/lake/kept-texts.ts';
import { publicAnswers } from '../../shared/public-api/answers.ts';
import { publicRoute } from '../../shared/public-api/public-routes.ts';
import { readUnitHistory } from '../../shared/release/history/read-history.ts';
import { listPublished } from '../../shared/score-store/published-frameworks.ts';
import type { Engines } from './engines.ts';

interface Asked {
  path?: Record<string, string>;
  query?: Record<string, string>;
  accept?: string;
  ifNoneMatch?: string;
}

/** The routes of `read-published` over the engines of a test; every JSON answer is held against its schema. */
export function openPublishedApi({ table, publicBucket, lake }: Engines) {
  const texts = keptTexts(publicBucket, 10_000_000);
  return askWith({
    published: allReader(table),
    history: (unitId) => readUnitHistory('dti', unitId, table),
    frameworks: () => listPublished(table),
    ...{ texts, documents: keptTexts(lake, 10_000_000), scores: openScores({ publicBucket, texts }) },
    ...{ now, origin },
  });
}

const now = () => new Date('2026-11-27T00:00:00Z');
const origin = 'https://dti.example.vn';
const nothing = { read: async () => null };

/** The same where nothing is released: no engine is asked. */
export const openEmptyApi = () =>
  askWith({
    ...{
      published: async () => published([]),
      frameworks: async () => [],
      texts: nothing,
      documents: nothing,
      now,
      origin,
    },
  } as unknown as ReadPublishedDeps);

function askWith(deps: ReadPublishedDeps) {
  const ask = (operationId: string, { path, query, accept, ifNoneMatch }: Asked = {}) => {
    const headers = { ...(accept && { accept }), ...(ifNoneMatch && { 'if-none-match': ifNoneMatch }) };
    const event = { pathParameters: path, queryStringParameters: query, headers } as unknown as PublicEvent;
    return readPublished(operationId, event, deps);
  };
  /** What a route answers, of the shape that the document promises. */
  async function read<T>(operationId: string, asked: Asked = {}): Promise<T> {
    const { statusCode, body } = await ask(operationId, asked);
    if (statusCode !== 200) throw new Error(`${operationId} answered ${statusCode}`);
    const name = Object.values(publicRoute(operationId).answers)[0];
    const value = JSON.parse(body ?? '');
    return (name ? publicAnswers[name].parse(value) : value) as T;
  }
  return { ask, read };
}
