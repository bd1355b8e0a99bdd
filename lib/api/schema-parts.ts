// What the schemas of the API's answers share. Times are ISO 8601 in UTC.
import { z } from 'zod';

export const instant = z.iso.datetime();
export const named = z.object({ id: z.string(), name: z.string() });
export const role = z.object({ key: z.string(), name: z.string() });

export const actorSchema = z
  .object({ kind: z.enum(['person', 'token', 'system']), id: z.string(), name: z.string() })
  .meta({ id: 'Actor' });
