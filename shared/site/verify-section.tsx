import type { Language } from './language.ts';
import { signatureWords } from './words/signature-words.ts';
import { verifyWords as words } from './words/verify-words.ts';

interface VerifySectionProps {
  /** `dti/province34/2024/r1` */
  release: string;
  language: Language;
  /** Only the figures of this unit are shown; absent: those of the release. */
  unitId?: string;
  /** The release has figures that were drawn at random. */
  simulated?: boolean;
  /** Lower-case hex, of the script at `assets/verify-….js` that the page loads; absent: it is not said. */
  scriptSha256?: string;
}

/** What `client/verify/` finds and fills. Its lines stand there before it runs, so that nothing moves when it has. */
export function VerifySection({ release, language, unitId, simulated = false, scriptSha256 }: VerifySectionProps) {
  const steps = ['files', 'figures', ...(simulated ? (['simulated'] as const) : [])] as const;
  const say = (of: keyof typeof words) => words[of][language];
  return (
    <section class="verify" aria-labelledby="kiem-tra-lai" data-verify data-release={release} data-unit={unitId}>
      <h2 id="kiem-tra-lai">{say('title')}</h2>
      <p>{say(unitId ? 'ofUnit' : 'ofRelease')}</p>
      <noscript>
        <p>{say('noScript')}</p>
      </noscript>
      <p class="act">
        <button type="button" hidden>
          {say('button')}
        </button>
      </p>
      <dl class="steps" aria-label={say('steps')}>
        {steps.map((step) => (
          <div key={step}>
            <dt>{say(step)}</dt>
            <dd data-step={step}>{say('waiting')}</dd>
          </div>
        ))}
        <div>
          <dt>{signatureWords.signature[language]}</dt>
          <dd data-step="signature">{say('waiting')}</dd>
        </div>
      </dl>
      <p class="outcome" role="status" data-outcome>
        {say('notYet')}
      </p>
      <div class="found" data-found />
      <p class="note">
        {say('samePublisher')}{' '}
        {scriptSha256 && (
          <>
            {say('scriptHash')} <code>{scriptSha256}</code>.{' '}
          </>
        )}
        {say('independent')} <code>npm run verify -- {release}</code>
      </p>
    </section>
  );
}
