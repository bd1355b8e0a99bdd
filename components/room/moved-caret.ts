/** Where the caret that stood at `at` in `before` belongs once the text around it has become `after`. */
export function movedCaret(before: string, after: string, at: number): number {
  let same = 0;
  while (same < before.length && before[same] === after[same]) same += 1;
  return at <= same ? at : Math.max(same, after.length - (before.length - at));
}
