import { z } from 'zod';
import { type Step, type Target, defaultWaitMinutes, usualEnding } from '../../escalation/escalation-policy';
import { type Refusal, isRefusal, refuse } from '../../refusal';
import { silentMinutesUnder } from '../../severity/severity';
import { type ActContext, assignable, defineAct, idSchema, line } from '../act';
import { type Incident } from '../incident';

/** Most pages that one incident has calling at once, and ever: the state is read whole. */
const mostCalling = 50;
const mostPages = 200;

const targetInput = z.object({ kind: z.enum(['person', 'schedule', 'team']), id: idSchema });
type TargetInput = z.output<typeof targetInput>;

/** Calls people until one acknowledges: those named, all at once, or by an escalation policy. */
export const page = defineAct({
  name: 'page',
  input: z.object({
    about: line(300),
    targets: z.array(targetInput).max(20).default([]),
    policy: idSchema.nullish().transform((id) => id ?? null),
  }),
  mentions: ({ targets, policy }) => ({
    people: idsOf(targets, 'person'),
    schedules: idsOf(targets, 'schedule'),
    teams: idsOf(targets, 'team'),
    policies: policy === null ? [] : [policy],
  }),
  decide: (incident, { about, targets, policy }, context) => {
    if (incident.pages.filter(({ state }) => state === 'calling').length >= mostCalling) {
      return refuse('too-many', `${mostCalling} pages are calling people now. Withdraw some first.`);
    }
    if (incident.pages.length >= mostPages) return refuse('too-many', `${mostPages} pages went out for this incident.`);
    const order = policy === null ? directly(incident, targets, context) : byPolicy(policy, context);
    if (isRefusal(order)) return order;
    const silentMinutes = silentMinutesUnder(incident.policy.rules[incident.severity]);
    return [{ kind: 'page.started', data: { id: context.id, about, ...order, silentMinutes } }];
  },
});

function directly(incident: Incident, wanted: readonly TargetInput[], context: ActContext) {
  if (wanted.length === 0) return refuse('invalid', 'Say whom to page.', { targets: 'Choose at least one.' });
  const targets: Target[] = [];
  for (const each of wanted) {
    const target = targetOf(incident, each, context);
    if (isRefusal(target)) return target;
    targets.push(target);
  }
  const steps: Step[] = [{ targets, waitMinutes: defaultWaitMinutes }];
  return { policy: null, steps, repeats: 2, ending: usualEnding };
}

function byPolicy(id: string, { policies }: ActContext) {
  const policy = policies.get(id);
  if (!policy) return refuse('not-found', 'There is no such escalation policy any more.');
  const { name, steps, repeats, ending } = policy;
  return { policy: { id: policy.id, name }, steps, repeats, ending };
}

function targetOf(incident: Incident, { kind, id }: TargetInput, context: ActContext): Target | Refusal {
  if (kind === 'person') {
    const person = assignable(incident, id, context);
    return isRefusal(person) ? person : { kind, ...person };
  }
  const found = (kind === 'schedule' ? context.schedules : context.teams).get(id);
  return found ? { kind, id: found.id, name: found.name } : refuse('not-found', `There is no such ${kind} any more.`);
}

function idsOf(targets: readonly TargetInput[], kind: TargetInput['kind']): string[] {
  return targets.filter((target) => target.kind === kind).map(({ id }) => id);
}
