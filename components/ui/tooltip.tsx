import type { ReactNode } from 'react';

type TooltipProps = {
  text: string;
  keys?: string;
  /** What is explained: text that is not itself a control. A control takes `data-tip` and `data-tip-keys` directly. */
  children: ReactNode;
  focusable?: boolean;
};

/** Explains a word on hover and focus. */
export function Tooltip({ text, keys, children, focusable = true }: TooltipProps) {
  const stop = focusable ? 0 : undefined;
  return (
    <span
      data-tip={text}
      data-tip-keys={keys}
      tabIndex={stop}
      className="rounded-sm decoration-faint decoration-dotted underline-offset-4 hover:underline"
    >
      {children}
    </span>
  );
}
