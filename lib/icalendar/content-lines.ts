// The lines of an iCalendar document (RFC 5545, 3.1): long ones are folded over several, and each is a name, parameters and a value.

export interface ContentLine {
  /** The number of its first line in the file, from 1. */
  line: number;
  name: string;
  params: ReadonlyMap<string, string>;
  value: string;
}

/** What cannot be read of a file, and where. */
export class Unreadable extends Error {
  constructor(
    readonly line: number,
    what: string,
  ) {
    super(`Line ${line}: ${what}`);
  }
}

const namePattern = /^[A-Za-z0-9-]+/;
const paramPattern = /^;([A-Za-z0-9-]+)=("[^"]*"|[^";:,]*)((?:,(?:"[^"]*"|[^";:,]*))*)/;

/** @throws Unreadable */
export function contentLines(text: string): ContentLine[] {
  const whole: { line: number; text: string }[] = [];
  for (const [index, physical] of text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\n|\r/)
    .entries()) {
    const last = whole.at(-1);
    if (last && /^[ \t]/.test(physical)) last.text += physical.slice(1);
    else whole.push({ line: index + 1, text: physical });
  }
  return whole.filter((each) => each.text.trim() !== '').map((each) => contentLine(each.line, each.text));
}

function contentLine(line: number, text: string): ContentLine {
  const name = namePattern.exec(text)?.[0];
  if (!name) throw new Unreadable(line, 'this is not a line of an iCalendar file.');
  const params = new Map<string, string>();
  let rest = text.slice(name.length);
  for (let param = paramPattern.exec(rest); param; param = paramPattern.exec(rest)) {
    params.set((param[1] ?? '').toUpperCase(), (param[2] ?? '').replace(/^"|"$/g, ''));
    rest = rest.slice(param[0].length);
  }
  if (!rest.startsWith(':')) throw new Unreadable(line, `a colon is missing after ${name.toUpperCase().slice(0, 40)}.`);
  return { line, name: name.toUpperCase(), params, value: rest.slice(1) };
}

/** A text value as people read it. */
export function unescaped(value: string): string {
  return value.replace(/\\([\\;,nN])/g, (_, char: string) => (char.toLowerCase() === 'n' ? '\n' : char));
}
