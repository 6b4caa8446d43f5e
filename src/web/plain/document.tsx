/** @jsxImportSource preact */
/** The frame of every page: what the browser is told before it draws anything. */
import type { ComponentChildren } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { Language } from '../../party/reasons.ts';
import type { Parts } from '../http/built.ts';
import { plain } from '../words/plain.ts';

export interface Document {
  readonly language: Language;
  readonly title: string;
  readonly parts: Parts;
  /** Without scripts the page at `/` is loaded again after so many seconds; null: it stands. */
  readonly renewS: number | null;
  /** Whether the page's script runs; a page about a mistake has none. */
  readonly script: 'runs' | 'none';
  readonly body: ComponentChildren;
}

/** Whole, as text. */
export function renderDocument({ language, title, parts, renewS, script, body }: Document): string {
  const html = (
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <title>{title}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="description" content={plain[language].description} />
        <meta name="color-scheme" content="dark" />
        <meta name="theme-color" content="#0d0e12" />
        {parts.styles.map((href) => (
          <link rel="stylesheet" href={href} />
        ))}
        {script === 'runs' && (
          <>
            {parts.imports.map((href) => (
              <link rel="modulepreload" href={href} />
            ))}
            <script type="module" src={parts.script} />
          </>
        )}
        <link rel="manifest" href="/manifest.webmanifest" />
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        <link rel="apple-touch-icon" href="/apple-touch-icon.png" />
        {renewS !== null && (
          <noscript>
            <meta http-equiv="refresh" content={`${renewS};url=/`} />
          </noscript>
        )}
      </head>
      <body>{body}</body>
    </html>
  );
  return `<!doctype html>${renderToString(html)}`;
}
