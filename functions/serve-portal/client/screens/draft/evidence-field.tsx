import type { TypedRow } from '../../../../../shared/submission/draft/draft-row.ts';
import type { EvidenceRecord } from '../../../../../shared/submission/evidence/evidence-record.ts';
import type { ToldEvidence } from '../../../../../shared/submission/evidence/file/tell-evidence.ts';
import { shownName } from '../../parts/file-name.tsx';
import { Told } from '../../parts/told.tsx';
import { useSay } from '../../words.ts';
import { showEvidence } from './show-evidence.ts';
import { TextField, type TextProps } from './text-field.tsx';
import { words } from './words.ts';

type Evidence = TypedRow['evidence'];

interface Props extends Omit<TextProps, 'label' | 'value' | 'readOnly' | 'onText'> {
  evidence: Evidence;
  /** Sent for the indicator. */
  files: readonly ToldEvidence[];
  onEvidence: (evidence: Evidence) => void;
}

/** What proves a figure: a text, or documents of which some are files that were sent. */
export function EvidenceField({ evidence, files, onEvidence, ...shared }: Props) {
  const say = useSay();
  const records = Array.isArray(evidence) ? evidence : null;
  const others = files.filter(({ sha256 }) => !records?.some(({ file_sha256 }) => file_sha256 === sha256));
  return (
    <div>
      <TextField
        {...shared}
        label={say(words.evidence)}
        value={showEvidence(evidence)}
        readOnly={records !== null}
        onText={(text) => onEvidence(text || null)}
      />
      {!shared.disabled && (
        <>
          {records && (
            <button type="button" class="plain" onClick={() => onEvidence(textOf(records))}>
              {say({ vi: 'Bỏ các tệp', en: 'Leave out the files' })}
            </button>
          )}
          {others.map((file) => (
            <button
              key={file.upload_number}
              type="button"
              class="plain"
              onClick={() =>
                onEvidence([...recordsOf(evidence), { title: shownName(file.file_name), file_sha256: file.sha256 }])
              }
            >
              <Told
                text={say({
                  vi: `Dùng tệp “${shownName(file.file_name)}”`,
                  en: `Use the file “${shownName(file.file_name)}”`,
                })}
              />
            </button>
          ))}
        </>
      )}
    </div>
  );
}

/** What was typed stays, as a document of its own. */
function recordsOf(evidence: Evidence): EvidenceRecord[] {
  if (Array.isArray(evidence)) return evidence;
  return evidence === null || evidence.trim() === '' ? [] : [{ title: evidence.trim().slice(0, 500) }];
}

const textOf = (records: readonly EvidenceRecord[]): string | null =>
  showEvidence(records.filter(({ file_sha256 }) => file_sha256 === undefined)) || null;
