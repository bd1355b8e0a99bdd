import { LateMarkdown, PlainText } from '@/components/ui/late-markdown';

/** Signs of Markdown: emphasis, code, lists, quotes, headings, tables, links and bare addresses. */
const marked = /[*_`~|]|^[ \t]*([-+>#]|\d+[.)])\s|\[[^[\]]*\]\(|https?:\/\/|\bwww\./m;

type NoteTextProps = { text: string; className?: string };

/** Somebody's words. Those without any Markdown, which most are, need no parser. */
export function NoteText(props: NoteTextProps) {
  return marked.test(props.text) ? <LateMarkdown {...props} /> : <PlainText {...props} />;
}
