import { type Who } from './people';

interface SampleRota {
  /** The team whose services it stands for; the schedule and the escalation policy are named after it. */
  team: string;
  timeZone: string;
  /** Monday's handoff, in the rota's own wall time. */
  handoff: string;
  /** In the order of their weeks. */
  people: Who[];
}

/** A week each, handed over on Mondays; when whoever is on call does not answer, the whole team is paged. */
export const rotas: SampleRota[] = [
  { team: 'Platform', timeZone: 'Europe/Berlin', handoff: '09:00', people: ['cyrus', 'emre', 'dilnoza', 'ada'] },
  { team: 'Code', timeZone: 'Europe/Stockholm', handoff: '10:00', people: ['fatima', 'hugo', 'bea'] },
  { team: 'Builds', timeZone: 'Europe/London', handoff: '09:30', people: ['lars', 'gwen'] },
  { team: 'Accounts', timeZone: 'Europe/Lisbon', handoff: '09:00', people: ['ines', 'jonah'] },
];
