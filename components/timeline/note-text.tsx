import { lazy, Suspense } from 'react';

const Markdown = lazy(async () => ({ default: (await import('@/components/ui/markdown')).Markdown }));

/** Signs of Markdown: emphasis, code, lists, quotes, headings, tables, links and bare addresses. */
const marked = /[*_`~|]|^\s*([-+>#]|\d+[.)])\s|\[[^\]]*\]\(|https?:\/\/|\bwww\./m;

type NoteTextProps = { text: string; className?: string };

/** Somebody's words. Those without any Markdown, which most are, need no parser. */
export function NoteText({ text, className }: NoteTextProps) {
  const plain = <p className={`measure wrap-anywhere whitespace-pre-line ${className ?? ''}`}>{text}</p>;
  if (!marked.test(text)) return plain;
  return (
    <Suspense fallback={plain}>
      <Markdown text={text} className={className} />
    </Suspense>
  );
}
