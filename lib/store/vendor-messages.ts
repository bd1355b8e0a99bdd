import { env } from '@/lib/env';
import { type IncidentFact } from '@/lib/core/facts';
import { type Incident, commanderOf } from '@/lib/core/incident/incident';
import { type Instant } from '@/lib/core/instant';
import { vendorMessage } from '@/lib/core/vendor/vendor-message';
import { type Transaction } from './database';
import { loadWritable } from './vendor-addresses';

/**
 * Plans, in the transaction of these facts, a message to every address of each vendor that a policy's step asks; of one fact to one
 * address there is only ever one. Answers whether there is any.
 */
export async function oweVendorMessages(
  tx: Transaction,
  incident: Incident,
  facts: readonly IncidentFact[],
  now: Instant,
): Promise<boolean> {
  const asked = facts.flatMap((fact) =>
    fact.kind === 'vendor.contacted' && fact.data.page
      ? [{ seq: fact.seq, vendor: fact.data.vendor.id, page: fact.data.page }]
      : [],
  );
  if (asked.length === 0) return false;
  const vendors = await loadWritable(
    tx,
    asked.map(({ vendor }) => vendor),
  );
  const emails = await tx.person.findMany({
    where: { id: { in: asked.flatMap(({ page }) => answerer(incident, page)?.id ?? []) } },
    select: { id: true, email: true },
  });
  const organisation = env.QUARTERDECK_ORGANISATION ?? new URL(env.QUARTERDECK_URL).hostname;
  const rows = asked.flatMap(({ seq, vendor: id, page }) =>
    vendors
      .filter((vendor) => vendor.id === id)
      .flatMap((vendor) => {
        const answers = answerer(incident, page);
        const reply = emails.find((person) => person.id === answers?.id)?.email ?? null;
        const text = vendorMessage(incident, { vendor, organisation, answers });
        return vendor.addresses.map((shown) => ({ vendor: id, seq, page, shown, reply, ...text }));
      }),
  );
  if (rows.length === 0) return false;
  await tx.$executeRaw`
    insert into delivery (vendor_id, fact_seq, reply_to, channel, shown, purpose, title, body, url, severity, incident_number,
      page_id, state, due_at, created_at)
    select vendor, seq, reply, 'email', shown, 'vendor', title, body, '', ${incident.private ? null : incident.severity},
      ${incident.number}, page, 'waiting', ${now}::timestamptz, ${now}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row(
      vendor text, seq int, page text, shown text, reply text, title text, body text)
    on conflict do nothing`;
  return true;
}

/** Who commands, else whom the page called first of those who may yet answer. */
function answerer(incident: Incident, page: string) {
  const commander = commanderOf(incident);
  if (commander) return { ...commander, commands: true };
  const called = incident.pages
    .find(({ id }) => id === page)
    ?.called.find(({ answer }) => answer === null || answer === 'acknowledged');
  return called ? { ...called.person, commands: false } : null;
}
