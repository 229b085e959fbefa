import type { ComponentChildren } from 'preact';
import { render } from 'preact-render-to-string';
import { type EmbedProps, releasePage } from './embed-facts.ts';
import { embedStyle } from './embed-style.ts';
import { sourceOf, warningsOf, embedWords as words } from './embed-words.ts';

interface DocumentProps extends EmbedProps {
  title: string;
  children: ComponentChildren;
}

/** A page to be framed by others: no script, its own styles, and links that open beside the page it stands in. */
export const renderEmbed = (props: DocumentProps): string => `<!doctype html>\n${render(<Embed {...props} />)}\n`;

function Embed({ title, children, ...props }: DocumentProps) {
  const { scoreboard, facts, language } = props;
  const page = releasePage(props);
  const warnings = warningsOf(scoreboard, facts, language);
  return (
    <html lang={language}>
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
          <p class="source">{sourceOf(scoreboard, facts, language)}</p>
          {children}
        </main>
        <footer>
          {words.source[language]}:{' '}
          <a href={page} rel="noopener">
            {words.index[language]}, {scoreboard.release}
          </a>
        </footer>
      </body>
    </html>
  );
}
