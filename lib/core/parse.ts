import { type z } from 'zod';
import { inputWords } from './input-words';
import { type Refusal, refuse } from './refusal';
import { isStorable } from './text';

/** Checks input against its schema, and that its texts can be kept; a refusal names each field that is wrong. */
export function parse<Output>(schema: z.ZodType<Output>, draft: unknown): { input: Output } | Refusal {
  const parsed = schema.safeParse(draft, { error: inputWords });
  const issues = parsed.success ? unstorableIn(parsed.data) : parsed.error.issues;
  if (parsed.success && issues.length === 0) return { input: parsed.data };
  const fields: Record<string, string> = {};
  for (const issue of issues) fields[issue.path.join('.')] ??= issue.message;
  const [first] = Object.entries(fields);
  const message = first ? `${first[0] ? `${first[0]}: ` : ''}${first[1]}` : 'The input is not understood.';
  return refuse('invalid', message, fields);
}

function unstorableIn(value: unknown, path: PropertyKey[] = []): { path: PropertyKey[]; message: string }[] {
  if (typeof value === 'string')
    return isStorable(value) ? [] : [{ path, message: 'It holds signs that are no text.' }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => unstorableIn(each, [...path, key]));
}
