/** Text that Markdown shows as it was written: every sign that could begin mark-up is escaped. */
export function literally(text: string): string {
  return text.replace(/[\\`*_{}[\]()<>#+\-.!|~:&]/g, '\\$&');
}
