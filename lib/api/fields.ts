import { type Refusal, refuse } from '@/lib/core/refusal';
import { type JsonSchema } from './route';

/** A misspelt field would otherwise be ignored in silence, which is how an incident ends up with the wrong severity. */
export function unknownFields(schema: JsonSchema, body: Record<string, unknown>): Refusal | null {
  const known = Object.keys(schema.properties ?? {});
  const unknown = Object.keys(body).filter((field) => !known.includes(field));
  if (unknown.length === 0) return null;
  const taken = known.length > 0 ? `This request takes ${known.join(', ')}.` : 'This request takes no fields.';
  const fields = Object.fromEntries(unknown.map((field) => [field, `There is no such field. ${taken}`]));
  return refuse('invalid', `There is no field ${unknown.join(', ')}. ${taken}`, fields);
}
