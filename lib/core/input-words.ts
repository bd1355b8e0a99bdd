import { type z } from 'zod';

type Issue = z.core.$ZodRawIssue;

/** What is wrong with one value of an input, said to whoever typed it; undefined where the schema's own words stand. */
export function inputWords(issue: Issue): string | undefined {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? 'This is needed.' : `This must be ${nounOf(issue.expected)}.`;
    case 'too_big':
      return sizeWords(issue.origin, `at most ${String(issue.maximum)}`);
    case 'too_small':
      if (issue.origin === 'string' && issue.minimum === 1) return 'This is needed.';
      return sizeWords(issue.origin, `at least ${String(issue.minimum)}`);
    case 'invalid_value':
      return `This must be one of: ${issue.values.map(String).join(', ')}.`;
    case 'invalid_format':
      return formats[issue.format] ?? 'This is not written as it should be.';
    case 'unrecognized_keys':
      return `Nobody knows of: ${issue.keys.join(', ')}.`;
    default:
      return 'This is not understood.';
  }
}

const formats: Record<string, string> = {
  datetime: 'This must be a time such as 2026-11-21T03:00:00Z.',
  date: 'This must be a day such as 2026-11-21.',
  email: 'This must be an e-mail address.',
  url: 'This must be an address such as https://example.com/page.',
};

function nounOf(type: string): string {
  return (
    { string: 'text', number: 'a number', int: 'a whole number', boolean: 'true or false', array: 'a list' }[type] ??
    `an ${type}`
  );
}

function sizeWords(origin: string, bound: string): string {
  if (origin === 'string') return `This must have ${bound} characters.`;
  return origin === 'array' ? `This must list ${bound}.` : `This must be ${bound}.`;
}
