import { z } from 'zod';
import { type NewIncidentFact } from '../facts';
import { type Refusal, refuse } from '../refusal';
import { DAY, plus } from '../instant';
import { mayAct } from '../access/may';
import { severitySchema } from '../severity/policy';
import { type SeverityPolicy, unsureSeverity } from '../severity/severity';
import { type ActContext, idSchema, instantSchema, line } from './act';

export const declareInput = z.object({
  title: line(200),
  severity: z.union([severitySchema, z.literal('unsure')]),
  services: z.array(idSchema).max(50).default([]),
  summary: z
    .string()
    .trim()
    .max(5_000)
    .nullish()
    .transform((text) => text || null),
  private: z.boolean().default(false),
  visibleTo: z.array(idSchema).max(200).default([]),
  startedAt: instantSchema.nullish().transform((at) => at ?? null),
});
export type DeclareInput = z.output<typeof declareInput>;

/** An incident begins. `number` is what it will be called; `policy` governs it from now on. */
export function decideDeclare(
  input: DeclareInput,
  context: ActContext & { number: number; policy: SeverityPolicy },
): NewIncidentFact[] | Refusal {
  const { actor, now, people, services } = context;
  if (!mayAct(actor)) return refuse('not-allowed', 'Observers read everything and change nothing.');
  const startedAt = input.startedAt ?? now;
  if (startedAt > now) return invalid('startedAt', 'It cannot have started in the future.');
  if (startedAt < plus(now, -365 * DAY)) return invalid('startedAt', 'That is more than a year ago.');
  const unknown = input.services.find((id) => !services.has(id));
  if (unknown) return invalid('services', `There is no service ${unknown}.`);
  const stranger = input.visibleTo.find((id) => !people.get(id)?.active);
  if (stranger) return invalid('visibleTo', 'One of these people does not exist.');
  const named = input.visibleTo.flatMap((id) => people.get(id) ?? []).map(({ id, name }) => ({ id, name }));
  const self = { id: actor.id, name: actor.name };
  const others = named.filter(({ id }) => id !== self.id);
  return [
    {
      kind: 'incident.declared',
      data: {
        number: context.number,
        title: input.title,
        summary: input.summary,
        severity: input.severity === 'unsure' ? unsureSeverity : input.severity,
        severityUnsure: input.severity === 'unsure',
        services: [...new Set(input.services)]
          .flatMap((id) => services.get(id) ?? [])
          .map(({ id, name }) => ({ id, name })),
        private: input.private,
        visibleTo: !input.private ? [] : actor.kind === 'person' ? [self, ...others] : others,
        startedAt,
        policy: context.policy,
      },
    },
  ];
}

function invalid(field: string, message: string): Refusal {
  return refuse('invalid', message, { [field]: message });
}
