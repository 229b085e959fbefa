import type { ReceivedFile, TracedFile } from '../../../release/provenance/provenance.ts';
import type { ProvenanceProps } from './provenance-page.tsx';
import { anyFormat, formatWords, partWords, provenanceWords as words } from './provenance-words.ts';
import { sayPeriod, sayTime } from './say.ts';

/** Each file with its receipt and digests; figures above point to its number. */
export function FilesSection({ provenance: { files }, language }: ProvenanceProps) {
  const isKnown = files.some(({ received }) => received !== null);
  return (
    <>
      {files.map((file, place) => (
        <section id={`tep-${place + 1}`} class="file" key={file.submission_sha256}>
          <h3>
            {language === 'vi' ? 'Tệp' : 'File'} {place + 1}: {sayFile(file, language)}
          </h3>
          <dl>
            {file.received && <Receipt received={file.received} language={language} />}
            <dt>{words.fileDigest[language]}</dt>
            <dd>
              <code class="hash">{file.submission_sha256}</code>
            </dd>
            {file.received && <Entries received={file.received} language={language} />}
          </dl>
        </section>
      ))}
      <p class="note">{isKnown ? words.ledgerNote[language] : words.notKept[language]}</p>
    </>
  );
}

type Language = ProvenanceProps['language'];
type Received = { received: ReceivedFile; language: Language };

/** `Biểu mẫu Excel, lần gửi 2, năm 2024 (số liệu được tính)`. */
function sayFile({ received, part }: TracedFile, language: Language): string {
  const said = partWords[part][language];
  if (!received) return `${anyFormat[language].toLowerCase()} (${said})`;
  const { format, receipt, period } = received;
  return `${formatWords[format][language]}, ${words.receipt[language]} ${receipt}, ${sayPeriod(period, language)} (${said})`;
}

const Receipt = ({ received, language }: Received) => (
  <>
    <dt>{words.receivedAt[language]}</dt>
    <dd>
      <time datetime={received.received_at}>{sayTime(received.received_at, language)}</time> (
      {words.inVietnam[language]})
    </dd>
  </>
);

const Entries = ({ received, language }: Received) => (
  <>
    <dt>{words.receivedEntry[language]}</dt>
    <dd>
      <code class="hash">{received.received_entry_sha256}</code>
    </dd>
    {received.answered_entry_sha256 !== null && (
      <>
        <dt>{words.answeredEntry[language]}</dt>
        <dd>
          <code class="hash">{received.answered_entry_sha256}</code>
        </dd>
      </>
    )}
    <dt>
      {words.head[language]} ({words.entryNumber[language]} {received.head.number})
    </dt>
    <dd>
      <code class="hash">{received.head.sha256}</code>
    </dd>
  </>
);
