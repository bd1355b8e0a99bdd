import { type Incident } from '@/lib/core/incident/incident';
import { isOpen } from '@/lib/core/incident/phases';
import { database } from '@/lib/store/database';
import { ring } from '@/lib/store/doorbell';
import { clearSeats, type Seat, sit } from '@/lib/store/presence';
import { everyone, idOf } from './company/people';

const nodeOf = (production: string) => `sample-crew/${production}`;
const sample = new Set(everyone.map(idOf));
const places = ['timeline', 'now', 'tasks', 'decisions'];

/** Seats the sample people of an incident in its room, `typing` among them writing an update; after its end, nobody. */
export async function seatCrew(production: string, number: number, typing: string | null): Promise<void> {
  const node = nodeOf(production);
  const row = await database.incident.findUnique({ where: { number }, select: { state: true } });
  const incident = row?.state as Incident | undefined;
  if (!incident || !isOpen(incident.phase)) return dismissCrew(production);
  const there = Object.values(incident.responders).filter(({ id }) => sample.has(id));
  const seats = there.map(({ id, name }, index): Seat => {
    const writes = id === typing;
    const looking = writes ? 'update' : (places[index % places.length] ?? 'timeline');
    return {
      key: `${node}/${number}/${id}`,
      incident: number,
      personId: id,
      personName: name,
      looking,
      typing: writes,
    };
  });
  await sit(node, seats);
  ring([{ presence: number }]);
}

/** Everybody of the crew leaves the room. */
export async function dismissCrew(production: string): Promise<void> {
  ring((await clearSeats(nodeOf(production))).map((presence) => ({ presence })));
}
