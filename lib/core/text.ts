/** Whether the database can keep a text: it takes no NUL and no half of a surrogate pair. */
export function isStorable(text: string): boolean {
  return !text.includes('\0') && !/\p{Surrogate}/u.test(text);
}

/** Whether there is anything to be seen in a text: not only white space and signs without a shape. */
export function isVisible(text: string): boolean {
  return /[^\s\p{Cc}\p{Cf}]/u.test(text);
}

/** A name or title on one line, without signs that have no width or turn the reading direction of what stands beside it. */
export function oneLine(text: string): string {
  return text.replace(/[\u200B\u2060\uFEFF\u202A-\u202E\u2066-\u2069]/gu, '').replace(/[\s\p{Cc}]+/gu, ' ');
}

/** A role's name as it stands within a sentence: `operations lead`, while `SRE lead` keeps its capitals. */
export function withinSentence(name: string): string {
  return /^\p{Lu}(?!\p{Lu})/u.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;
}
