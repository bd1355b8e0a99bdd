import { cx } from '../ui/cx';

/** A few sentences in which `backticks` mean code. */
export function Prose({ text, className }: { text: string; className?: string }) {
  return (
    <p className={cx('measure', className)}>
      {text.split('`').map((part, index) =>
        index % 2 === 0 ? (
          part
        ) : (
          <code key={`${index}-${part}`} className="rounded-sm bg-sunken px-1 py-px font-mono text-[0.92em]">
            {part}
          </code>
        ),
      )}
    </p>
  );
}
