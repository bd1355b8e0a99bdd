import { type Severity } from '../severity/severity';
import { type Incident, type RoleRef } from './incident';

/** A role of command: its private instructions, and the severities at which leaving it empty is a debt. */
export interface RoleKind extends RoleRef {
  instructions: string;
  builtIn: boolean;
  position: number;
  owedAt: Severity[];
}

/** The roles every installation starts with (M2 of the mission). */
export const builtInRoles: RoleKind[] = [
  {
    key: 'commander',
    name: 'Commander',
    instructions:
      'You decide and you delegate; you do not fix. Say out loud what is true, who does what and when the next update comes. Hand over before you are tired.',
    builtIn: true,
    position: 1,
    owedAt: ['Critical', 'High', 'Medium', 'Low'],
  },
  {
    key: 'deputy',
    name: 'Deputy',
    instructions:
      'Know what the commander knows, so that you can take over within a minute. Watch the clocks and speak up when something is owed.',
    builtIn: true,
    position: 2,
    owedAt: ['Critical'],
  },
  {
    key: 'operations',
    name: 'Operations lead',
    instructions:
      'You alone direct changes to production. Announce each one before and after. One change at a time, each with a way back.',
    builtIn: true,
    position: 3,
    owedAt: ['Critical'],
  },
  {
    key: 'communications',
    name: 'Communications lead',
    instructions:
      'You write what leaves the room. Plain words, no guesses, no internal names. The next update is owed even when nothing changed.',
    builtIn: true,
    position: 4,
    owedAt: ['Critical', 'High'],
  },
  {
    key: 'scribe',
    name: 'Scribe',
    instructions:
      'Write down what was seen, decided and done, with its time, in the words that were used. Pin what the postmortem will need.',
    builtIn: true,
    position: 5,
    owedAt: ['Critical'],
  },
];

/** Roles that this severity asks for and nobody holds, in their order. */
export function owedRoles(incident: Pick<Incident, 'severity' | 'roles'>, kinds: readonly RoleKind[]): RoleKind[] {
  return kinds.filter((kind) => kind.owedAt.includes(incident.severity) && !incident.roles[kind.key]);
}
