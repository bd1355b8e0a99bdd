import { z } from 'zod';
import { type Incident } from '@/lib/core/incident/incident';
import { readIncident } from '@/lib/queries/api-incident';
import { noSuchIncident } from './act-route';
import { type Route, numberIn } from './route';

interface Part {
  /** Below `/incidents/{number}`. */
  path: string;
  name: string;
  tag: string;
  summary: string;
  /** The answer is an object with this one list, so that it can grow. */
  key: string;
  schema: z.ZodType;
  read: (incident: Incident) => unknown[];
}

/** A route that answers with one list out of an incident's state. */
export function readIncidentPart({ path, name, tag, summary, key, schema, read }: Part): Route {
  return {
    method: 'GET',
    path: `/incidents/{number}${path}`,
    name,
    tag,
    summary,
    answer: { status: 200, says: 'All of them', schema: z.object({ [key]: z.array(schema) }) },
    run: async (call) => {
      const number = numberIn(call);
      const incident = number === null ? null : await readIncident(call.actor, number);
      return incident ? { status: 200, body: { [key]: read(incident) } } : noSuchIncident;
    },
  };
}
