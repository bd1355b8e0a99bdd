/** Text that Markdown shows as it was written: every sign that could begin mark-up is escaped, and so is being set in. */
export function literally(text: string): string {
  return text.replace(/^[ \t]+/gm, '').replace(/[\\`*_{}[\]()<>#+\-.!|~:&=$]/g, '\\$&');
}
