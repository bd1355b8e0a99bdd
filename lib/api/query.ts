import { z } from 'zod';
import { parse } from '@/lib/commands/caller';
import { type Refusal, refuse } from '@/lib/core/refusal';

/** A list in a query: `a,b` or the same name twice. */
export function listOf<Item extends z.ZodType>(item: Item) {
  return z.preprocess(
    (text) => (typeof text === 'string' ? text.split(',').filter(Boolean) : text),
    z.array(item).max(50),
  );
}

export const flag = z.enum(['true', 'false']).transform((text) => text === 'true');

/** Reads a query by its schema; a name that the schema does not know is refused rather than ignored. */
export function parseQuery<Shape extends z.core.$ZodLooseShape>(
  schema: z.ZodObject<Shape>,
  query: URLSearchParams,
): { input: z.output<z.ZodObject<Shape>> } | Refusal {
  const known = Object.keys(schema.shape);
  const unknown = [...query.keys()].find((name) => !known.includes(name));
  if (unknown) {
    const message = `There is no such parameter. This address takes ${known.join(', ')}.`;
    return refuse('invalid', `${unknown}: ${message}`, { [unknown]: message });
  }
  const given = Object.fromEntries(
    known.flatMap((name) => (query.has(name) ? [[name, query.getAll(name).join(',')]] : [])),
  );
  return parse(schema as z.ZodType<z.output<z.ZodObject<Shape>>>, given);
}
