import type { ProvenanceProps } from './provenance-page.tsx';
import { provenanceWords as words } from './provenance-words.ts';

/** Where a reader goes on to check: the page that recomputes, and what it and anybody else recomputes from. */
export function VerifySection({ provenance, language, root }: ProvenanceProps) {
  const { release, unit, inputs_sha256, framework } = provenance;
  return (
    <>
      <p>
        <a class="action" href={`${root}kiem-tra/#${unit.unit_id}`}>
          {words.verifyThis[language]}
        </a>
      </p>
      <dl>
        <dt>{words.inputsDigest[language]}</dt>
        <dd>
          <code class="hash">{inputs_sha256}</code>
        </dd>
        <dt>{words.frameworkDigest[language]}</dt>
        <dd>
          <code class="hash">{framework.sha256}</code>
        </dd>
      </dl>
      <ul class="plain">
        <li>
          <a href={`/releases/${release}/manifest.json`}>{words.manifest[language]}</a>
        </li>
        {provenance.files.length > 0 && (
          <li>
            <a href={`/releases/${release}/provenance.json`}>{words.receipts[language]}</a>
          </li>
        )}
      </ul>
    </>
  );
}
