import { z } from 'zod';
import { type PersonRole } from '@/lib/core/access/actor';
import { mayAdminister, maySee } from '@/lib/core/access/may';
import { type Incident } from '@/lib/core/incident/incident';
import { askedOf, isUnanswered } from '@/lib/core/incident/paging';
import { isOpen } from '@/lib/core/incident/phases';
import { type NoticeKind } from '@/lib/core/notice';
import { isRefusal, type Refusal, refuse } from '@/lib/core/refusal';
import { type Purpose } from '@/lib/store/deliveries';
import { lockIncident } from '@/lib/store/lock-incident';
import { type Caller, parse } from './caller';
import { counted } from './counted';
import { once } from './once';

const idInput = z.string().regex(/^\d{1,18}$/u);

/** A code or a test that fails again and again would ring a stranger without end. */
const sentAgain: readonly Purpose[] = ['page', 'news', 'vendor'];

interface Row {
  state: string;
  method_id: string | null;
  vendor_id: string | null;
  purpose: Purpose;
  kind: NoticeKind | null;
  page_id: string | null;
  person_id: string | null;
  role: PersonRole | null;
  active: boolean | null;
}

/** A page that was answered asks nobody again, and what became private is told to nobody who may not see it. */
function isNeedless({ vendor_id, kind, page_id, person_id, role }: Row, incident: Incident): boolean {
  if (person_id !== null && role && !maySee({ kind: 'person', id: person_id, role }, incident)) return true;
  if (page_id === null) return false;
  if (vendor_id !== null)
    return !isOpen(incident.phase) || !incident.pages.some((page) => page.id === page_id && isUnanswered(page));
  const asked = kind === 'page-unanswered' ? null : person_id;
  return !askedOf(incident).some(({ page, person }) => page === page_id && person === asked);
}

/** Puts a message that was given up back into the queue, as if it were fresh. Its person may, and an administrator. */
export async function resendDelivery(caller: Caller, deliveryId: string): Promise<{ id: string } | Refusal> {
  const gone = refuse('not-found', 'There is no such message.');
  if (isRefusal(parse(idInput, deliveryId))) return gone;
  const everybodys = mayAdminister(caller.actor);
  const self = caller.actor.kind === 'person' ? caller.actor.id : '';
  return counted('resend-delivery', () =>
    once(caller, { name: 'resend-delivery', deliveryId }, async ({ tx, bells }) => {
      const about = await tx.delivery.findUnique({ where: { id: BigInt(deliveryId) } });
      // The incident is locked first, as by everything that takes messages back.
      const incident = about?.incidentNumber ? await lockIncident(tx, about.incidentNumber) : null;
      const [row] = await tx.$queryRaw<Row[]>`
        select d.state, d.method_id, d.vendor_id, d.purpose, d.kind, d.page_id, d.person_id, p.role, p.active
        from delivery d left join person p on p.id = d.person_id
        where d.id = ${deliveryId}::bigint and (${everybodys} or d.person_id = ${self}) for update of d`;
      if (!row) return gone;
      if (!sentAgain.includes(row.purpose))
        return refuse('conflict', 'Codes and tests are not sent again. Ask for another.');
      if (row.active === false || (incident && isNeedless(row, incident.incident)))
        return refuse('conflict', 'Nobody waits for this message any more.');
      if (row.method_id === null && row.vendor_id === null)
        return refuse('conflict', 'Its contact method was removed.');
      if (row.state !== 'dead' && row.state !== 'failed') return refuse('conflict', 'This message was not given up.');
      await tx.$executeRaw`
        update delivery set state = 'waiting', due_at = app_now(), attempts = 0, error = null where id = ${deliveryId}::bigint`;
      bells.push({ deliveries: true });
      return { id: deliveryId };
    }),
  );
}
