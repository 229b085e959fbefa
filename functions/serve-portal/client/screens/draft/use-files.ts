import { useEffect, useState } from 'preact/hooks';
import type { ToldEvidence } from '../../../../../shared/submission/evidence/file/tell-evidence.ts';
import type { DraftAnswer } from '../../../../read-draft/read-draft.ts';
import type { Acting } from '../../routes.ts';
import { loadFiles } from '../officer/evidence-files.ts';

/** Files of evidence that were accepted, by indicator; empty until they are there, for the form does without them. */
export function useFiles(draft: DraftAnswer, me: Acting): ReadonlyMap<string | null, ToldEvidence[]> {
  const [files, setFiles] = useState<ReadonlyMap<string | null, ToldEvidence[]>>(new Map());
  useEffect(() => {
    const abort = new AbortController();
    loadFiles(draft, me, abort.signal).then(
      (all) =>
        setFiles(
          Map.groupBy(
            all.filter(({ status }) => status === 'accepted'),
            ({ indicator }) => indicator,
          ),
        ),
      () => {},
    );
    return () => abort.abort();
  }, [draft]);
  return files;
}
