import { useSay } from '../../words.ts';
import { words } from './words.ts';

interface Complaint {
  file: string;
  line: number | null;
  message_vi: string;
  message_en: string;
}

/** What the loader refuses, each with its place. */
export function Complaints({ complaints }: { complaints: Complaint[] }) {
  const say = useSay();
  return (
    <table class="rows">
      <caption>{say(words.refused)}</caption>
      <thead>
        <tr>
          <th scope="col">{say(words.file)}</th>
          <th scope="col">{say(words.line)}</th>
          <th scope="col">{say(words.what)}</th>
        </tr>
      </thead>
      <tbody>
        {complaints.map(({ file, line, message_vi, message_en }, place) => (
          <tr key={place}>
            <th scope="row">{file}</th>
            <td data-label={say(words.line)}>{line ?? '—'}</td>
            <td data-label={say(words.what)}>{say({ vi: message_vi, en: message_en })}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
