/** A text of at most `limit` signs; what is too long ends in an ellipsis. Never halves a sign. */
export function shorten(text: string, limit: number): string {
  const signs = [...text];
  return signs.length <= limit
    ? text
    : `${signs
        .slice(0, limit - 1)
        .join('')
        .trimEnd()}…`;
}

/** A text of at most `limit` bytes of UTF-8. */
export function shortenBytes(text: string, limit: number): string {
  if (Buffer.byteLength(text) <= limit) return text;
  const room = limit - Buffer.byteLength('…');
  let [kept, size] = ['', 0];
  for (const sign of text) {
    size += Buffer.byteLength(sign);
    if (size > room) break;
    kept += sign;
  }
  return `${kept.trimEnd()}…`;
}
