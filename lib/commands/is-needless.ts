import { maySee } from '@/lib/core/access/may';
import { type Incident } from '@/lib/core/incident/incident';
import { askedOf, isUnanswered } from '@/lib/core/incident/paging';
import { isOpen } from '@/lib/core/incident/phases';
import { type Destined } from '@/lib/store/destined';

/** Whether nobody waits for this message any more: a page that was answered asks nobody again, and what became private is told to nobody who may not see it. */
export function isNeedless(
  { vendor_id, kind, page_id, person_id, role, active }: Destined,
  incident: Incident | null,
): boolean {
  if (active === false) return true;
  if (!incident) return false;
  if (person_id !== null && role && !maySee({ kind: 'person', id: person_id, role }, incident)) return true;
  if (page_id === null) return false;
  if (vendor_id !== null)
    return !isOpen(incident.phase) || !incident.pages.some((page) => page.id === page_id && isUnanswered(page));
  const asked = kind === 'page-unanswered' ? null : person_id;
  return !askedOf(incident).some(({ page, person }) => page === page_id && person === asked);
}
