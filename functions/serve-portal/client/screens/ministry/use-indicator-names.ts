import { useEffect, useState } from 'preact/hooks';
import type { Framework } from '../../../../../shared/frameworks/framework.ts';
import type { PeriodView } from '../../../../../shared/ledger/describe-period.ts';
import { get } from '../../ask-ahead.ts';
import type { Word } from '../../words.ts';
import { apiPeriod } from './period-of.ts';

/** Of the period's framework, by code; empty until it is there, for codes can be read too. */
export function useIndicatorNames(params: Record<string, string>): ReadonlyMap<string, Word> {
  const [names, setNames] = useState<ReadonlyMap<string, Word>>(new Map());
  const at = `/v1/periods/${apiPeriod(params)}`;
  useEffect(() => {
    const abort = new AbortController();
    loadNames(at, abort.signal).then(setNames, () => {});
    return () => abort.abort();
  }, [at]);
  return names;
}

async function loadNames(at: string, signal: AbortSignal): Promise<Map<string, Word>> {
  const { framework_sha256 } = await get<PeriodView>(at, signal);
  const { indicators } = await get<Framework>(`/v1/frameworks/${framework_sha256}`, signal);
  return new Map(indicators.map(({ indicator, name_vi, name_en }) => [indicator, { vi: name_vi, en: name_en }]));
}
