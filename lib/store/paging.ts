import { randomUUID } from 'node:crypto';
import { type PersonRole } from '@/lib/core/access/actor';
import { mayAct, maySee } from '@/lib/core/access/may';
import { waitedFor } from '@/lib/core/escalation/excuse';
import { type Page } from '@/lib/core/escalation/page';
import { type Step, administratorsPolicy, everyonePolicy } from '@/lib/core/escalation/escalation-policy';
import { type Firing } from '@/lib/core/incident/fire';
import { type Incident } from '@/lib/core/incident/incident';
import { type ServicePolicy } from '@/lib/core/incident/paging';
import { type TimerKind } from '@/lib/core/incident/timers';
import { type Instant } from '@/lib/core/instant';
import { loadCalling } from './calling';
import { type Transaction } from './database';
import { policiesOfServices } from './escalation-policies';
import { lastSeen } from './presence';

type Paging = Pick<Firing, 'policies' | 'resolve' | 'mayAnswer' | 'newId' | 'acknowledgerSeenAt'>;

/** What a timer of paging needs to know beside the incident; nothing is read for others. */
export async function loadPaging(
  tx: Transaction,
  incident: Incident,
  { kind, subject }: { kind: TimerKind; subject: string },
  now: Instant,
): Promise<Paging> {
  const page = kind === 'page' ? incident.pages.find(({ id }) => id === subject) : undefined;
  const acknowledger = page?.acknowledgedBy?.id;
  const policies = kind === 'paging' ? await policiesOfServices(tx, incident) : [];
  const targets = [...(page ? page.steps : []), ...(kind === 'paging' ? stepsOf(policies) : [])].flatMap(
    (step) => step.targets,
  );
  return {
    policies,
    resolve: targets.length > 0 ? await loadCalling(tx, incident, targets, now) : () => [],
    mayAnswer: page ? await loadMayAnswer(tx, incident, page) : () => true,
    newId: randomUUID,
    acknowledgerSeenAt: acknowledger ? await lastSeen(tx, incident.number, acknowledger) : null,
  };
}

async function loadMayAnswer(tx: Transaction, incident: Incident, page: Page): Promise<(id: string) => boolean> {
  const asked = waitedFor(page).map(({ id }) => id);
  const people = await tx.person.findMany({
    where: { id: { in: asked }, active: true },
    select: { id: true, role: true },
  });
  const may = people.map(({ id, role }) => ({ kind: 'person', id, role: role as PersonRole }) as const);
  const able = new Set(may.filter((each) => mayAct(each) && maySee(each, incident)).map(({ id }) => id));
  return (id) => able.has(id);
}

/** Every step that paging could begin with. */
function stepsOf(policies: readonly ServicePolicy[]): Step[] {
  return [...policies.flatMap(({ policy }) => policy ?? []), administratorsPolicy, everyonePolicy].flatMap(
    ({ steps }) => steps,
  );
}
