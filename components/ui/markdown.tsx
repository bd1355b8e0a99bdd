import type { ReactNode } from 'react';
import ReactMarkdown, { type Components } from 'react-markdown';
import remarkGfm from 'remark-gfm';
import { cx } from './cx';

const heading = ({ children }: { children?: ReactNode }) => <p className="mt-3 font-semibold first:mt-0">{children}</p>;

/** A heading inside somebody's text must not join the page's outline, so all levels are bold paragraphs. */
const parts: Components = {
  h1: heading,
  h2: heading,
  h3: heading,
  h4: heading,
  h5: heading,
  h6: heading,
  p: ({ children }) => <p className="mt-2 first:mt-0">{children}</p>,
  a: ({ href, children }) => (
    <a
      href={href}
      rel="nofollow noopener noreferrer ugc"
      className="rounded-sm text-accent underline decoration-accent/40 underline-offset-2 hover:decoration-accent"
    >
      {children}
    </a>
  ),
  ul: ({ children }) => <ul className="mt-2 list-disc pl-5 marker:text-faint first:mt-0">{children}</ul>,
  ol: ({ children }) => <ol className="tnum mt-2 list-decimal pl-5 marker:text-muted first:mt-0">{children}</ol>,
  blockquote: ({ children }) => (
    <blockquote className="mt-2 border-l-2 border-edge pl-3 text-muted first:mt-0">{children}</blockquote>
  ),
  code: ({ children }) => <code className="rounded-sm bg-sunken px-1 py-px font-mono text-[0.92em]">{children}</code>,
  pre: ({ children }) => (
    <pre className="mt-2 overflow-x-auto rounded-md bg-sunken px-3 py-2 font-mono text-xs leading-relaxed first:mt-0 [&_code]:bg-transparent [&_code]:p-0">
      {children}
    </pre>
  ),
  hr: () => <hr className="my-3 border-line" />,
  table: ({ children }) => (
    <table className="mt-2 block max-w-full overflow-x-auto border-collapse text-left first:mt-0 [&_td]:border-b [&_td]:py-1 [&_td]:pr-4 [&_th]:border-b [&_th]:py-1 [&_th]:pr-4 [&_th]:font-medium">
      {children}
    </table>
  ),
  img: ({ alt }) => <span className="text-muted">[image{alt ? `: ${alt}` : ''}]</span>,
  input: ({ checked }) => (
    <span
      role="img"
      aria-label={checked ? 'done' : 'open'}
      className={cx('mr-1', checked ? 'text-done' : 'text-muted')}
    >
      {checked ? '✓' : '○'}
    </span>
  ),
};

/** A safe subset of Markdown: no raw HTML, no images, links that vouch for nothing. */
export function Markdown({ text, className }: { text: string; className?: string }) {
  return (
    <div className={cx('measure wrap-anywhere', className)}>
      <ReactMarkdown remarkPlugins={[remarkGfm]} components={parts} skipHtml>
        {text}
      </ReactMarkdown>
    </div>
  );
}
