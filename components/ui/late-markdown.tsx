import { lazy, Suspense } from 'react';
import { cx } from './cx';
import { isTooTangled } from './too-tangled';

type TextProps = { text: string; className?: string };

/** Words as they were typed. */
export function PlainText({ text, className }: TextProps) {
  return <p className={cx('measure wrap-anywhere whitespace-pre-line', className)}>{text}</p>;
}

/** Without a line, or on a page older than its server, the parser does not come: then the words stand as they were typed. */
const Markdown = lazy(() =>
  import('./markdown').then(
    ({ Markdown }) => ({ default: Markdown }),
    () => ({ default: PlainText }),
  ),
);

/** Markdown whose parser comes after the page. What would hold the parser up stands as it was typed. */
export function LateMarkdown(props: TextProps) {
  if (isTooTangled(props.text)) return <PlainText {...props} />;
  return (
    <Suspense fallback={<PlainText {...props} />}>
      <Markdown {...props} />
    </Suspense>
  );
}
