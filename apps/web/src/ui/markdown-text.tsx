import { marked, type Token, type Tokens } from 'marked';
import { createElement, Fragment, type ReactNode } from 'react';
import css from './markdown.module.css';

export interface MarkdownTextProps {
  readonly text: string;
  /** Language of the text, when it is not the page's. */
  readonly lang?: string | undefined;
  /** The level of its first headings, so that the page's outline stays whole. */
  readonly headingLevel?: 2 | 3 | 4;
}

/**
 * Somebody's text in Markdown. It is parsed to tokens and drawn as elements, never set as HTML: markup in
 * it appears as the characters that were typed, and only web, mail and local addresses become links.
 */
export function MarkdownText({ text, lang, headingLevel = 3 }: MarkdownTextProps) {
  return (
    <div className={css.markdown} lang={lang}>
      {blocks(marked.lexer(text, { gfm: true }), headingLevel)}
    </div>
  );
}

function blocks(tokens: readonly Token[], level: number): ReactNode {
  return tokens.map((token, index) => <Fragment key={index}>{block(token, level)}</Fragment>);
}

function block(token: Token, level: number): ReactNode {
  switch (token.type) {
    case 'heading': {
      const { depth, tokens } = token as Tokens.Heading;
      return createElement(`h${Math.min(6, level + depth - 1)}`, null, inlines(tokens));
    }
    case 'paragraph':
      return <p>{inlines((token as Tokens.Paragraph).tokens)}</p>;
    case 'list': {
      const { ordered, start, items } = token as Tokens.List;
      const children = items.map((item, index) => <li key={index}>{blocks(item.tokens, level)}</li>);
      return ordered ? (
        <ol start={typeof start === 'number' && start !== 1 ? start : undefined}>{children}</ol>
      ) : (
        <ul>{children}</ul>
      );
    }
    case 'blockquote':
      return <blockquote>{blocks((token as Tokens.Blockquote).tokens, level)}</blockquote>;
    case 'code':
      return (
        <pre>
          <code>{(token as Tokens.Code).text}</code>
        </pre>
      );
    case 'hr':
      return <hr />;
    case 'table': {
      const { header, rows } = token as Tokens.Table;
      return (
        <table>
          <thead>
            <tr>
              {header.map((cell, index) => (
                <th key={index}>{inlines(cell.tokens)}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, at) => (
              <tr key={at}>
                {row.map((cell, index) => (
                  <td key={index}>{inlines(cell.tokens)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      );
    }
    case 'space':
    case 'def':
      return null;
    case 'text':
      return 'tokens' in token && token.tokens !== undefined ? inlines(token.tokens) : (token as Tokens.Text).text;
    default:
      return <p>{token.raw}</p>;
  }
}

function inlines(tokens: readonly Token[]): ReactNode {
  return tokens.map((token, index) => <Fragment key={index}>{inline(token)}</Fragment>);
}

function inline(token: Token): ReactNode {
  switch (token.type) {
    case 'strong':
      return <strong>{inlines((token as Tokens.Strong).tokens)}</strong>;
    case 'em':
      return <em>{inlines((token as Tokens.Em).tokens)}</em>;
    case 'del':
      return <del>{inlines((token as Tokens.Del).tokens)}</del>;
    case 'codespan':
      return <code>{unescape((token as Tokens.Codespan).text)}</code>;
    case 'br':
      return <br />;
    case 'link': {
      const { href, tokens } = token as Tokens.Link;
      return isSafe(href) ? (
        <a href={href} rel="nofollow ugc">
          {inlines(tokens)}
        </a>
      ) : (
        inlines(tokens)
      );
    }
    // A picture from elsewhere would tell another server who reads this page: its description stands instead.
    case 'image':
      return (token as Tokens.Image).text;
    case 'escape':
      return (token as Tokens.Escape).text;
    case 'text':
      return 'tokens' in token && token.tokens !== undefined
        ? inlines(token.tokens)
        : unescape((token as Tokens.Text).text);
    default:
      return token.raw;
  }
}

export function isSafe(href: string): boolean {
  return /^(https?:|mailto:|\/(?!\/)|#)/i.test(href);
}

/** The lexer leaves a few entities for HTML; React escapes by itself. */
function unescape(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}
