// What people write stays far below all of these.
const deepest = 12;
const longestRun = 40;
const mostEmphases = 500;
const mostCells = 3_000;
const mostLines = 1_500;

/** The quotes and list items that a line opens inside each other. */
const opened = /^(?:[ \t]*(?:>|(?:[-+*]|\d{1,9}[.)])(?=[ \t]|$)))+/;

/**
 * Whether Markdown is so tangled that reading it would take seconds or overflow the stack, for everyone who looks at it. Such
 * text is shown as it was typed.
 */
export function isTooTangled(text: string): boolean {
  const lines = text.split('\n');
  if (lines.length > mostLines || (text.match(/[*_~]+/g)?.length ?? 0) > mostEmphases) return true;
  let columns = 0;
  for (const line of lines) {
    const marks = opened.exec(line)?.[0].replace(/\d+/g, '').replace(/\s/g, '').length ?? 0;
    if (marks > deepest) return true;
    columns = Math.max(columns, line.split('|').length - 1);
  }
  if (columns * lines.length > mostCells) return true;
  return new RegExp(`[*_~\`[\\]!<>|]{${longestRun},}`).test(text);
}
