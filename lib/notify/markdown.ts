/** Text that Markdown shows as it was written: every sign that could begin mark-up is escaped, and no blanks stand where they would mean something. */
export function literally(text: string): string {
  return text.replace(/^[ \t]+|[ \t]+$/gm, '').replace(/[\\`*_{}[\]()<>#+\-.!|~:&=$]/g, '\\$&');
}
