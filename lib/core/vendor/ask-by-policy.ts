// A step that names a vendor asks it once in an incident, and not where somebody has asked already: from then on people chase it.
import { type NewIncidentFact } from '../facts';
import { type Incident } from '../incident/incident';
import { defaultChaseMinutes } from './vendor-case';

/** These facts, each step followed by the vendors that are asked because of it. */
export function withVendorsAsked(
  { vendors }: Pick<Incident, 'vendors'>,
  facts: readonly NewIncidentFact[],
): NewIncidentFact[] {
  const asked = new Set(vendors.map(({ vendor }) => vendor.id));
  return facts.flatMap((fact) => {
    if (fact.kind !== 'page.called') return [fact];
    const fresh = (fact.data.vendors ?? []).filter(({ id }) => !asked.has(id));
    for (const { id } of fresh) asked.add(id);
    return [fact, ...fresh.map((vendor) => contacted(vendor, fact.data.id))];
  });
}

function contacted(vendor: { id: string; name: string }, page: string): NewIncidentFact {
  const data = { vendor, way: 'e-mail', ticket: null, chaseMinutes: defaultChaseMinutes, again: false, page } as const;
  return { kind: 'vendor.contacted', data };
}
