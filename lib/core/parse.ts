import { type z } from 'zod';
import { type Refusal, refuse } from './refusal';

/** Checks input against its schema; a refusal names each field that is wrong. */
export function parse<Output>(schema: z.ZodType<Output>, draft: unknown): { input: Output } | Refusal {
  const parsed = schema.safeParse(draft);
  if (parsed.success) return { input: parsed.data };
  const fields: Record<string, string> = {};
  for (const issue of parsed.error.issues) fields[issue.path.join('.')] ??= issue.message;
  const [first] = Object.entries(fields);
  const message = first ? `${first[0] ? `${first[0]}: ` : ''}${first[1]}` : 'The input is not understood.';
  return refuse('invalid', message, fields);
}
