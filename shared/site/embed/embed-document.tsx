import type { ComponentChildren } from 'preact';
import { render } from 'preact-render-to-string';
import type { Scoreboard } from '../../scoring/scoreboard.ts';
import { type EmbedFacts, releasePage, sourceVi, warningsVi } from './embed-facts.ts';
import { embedStyle } from './embed-style.ts';

interface EmbedProps {
  title: string;
  scoreboard: Scoreboard;
  facts: EmbedFacts;
  children: ComponentChildren;
}

/** A page to be framed by others: no script, its own styles, and links that open beside the page it stands in. */
export const renderEmbed = (props: EmbedProps): string => `<!doctype html>\n${render(<Embed {...props} />)}\n`;

function Embed({ title, scoreboard, facts, children }: EmbedProps) {
  const page = releasePage(scoreboard, facts);
  const warnings = warningsVi(scoreboard, facts);
  return (
    <html lang="vi">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{[...warnings, title].join(' ')}</title>
        <link rel="canonical" href={page} />
        <base target="_blank" />
        <style dangerouslySetInnerHTML={{ __html: embedStyle }} />
      </head>
      <body>
        <main>
          {warnings.length > 0 && <p class="warn">{warnings.join(' ')}</p>}
          <h1>{title}</h1>
          <p class="source">{sourceVi(scoreboard, facts)}</p>
          {children}
        </main>
        <footer>
          Nguồn:{' '}
          <a href={page} rel="noopener">
            Chỉ số chuyển đổi số (DTI), {scoreboard.release}
          </a>
        </footer>
      </body>
    </html>
  );
}
