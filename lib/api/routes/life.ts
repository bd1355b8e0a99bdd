import { actRoute } from '../act-route';
import { type Route } from '../route';

/** Phase, severity, title, services and access: what an incident is. */
export const life: Route[] = [
  actRoute({
    act: 'retitle',
    method: 'PATCH',
    path: '',
    name: 'changeIncident',
    tag: 'Incidents',
    summary: 'Change the title or the summary',
    description: '`from` is the title you saw; if it is another by now, the change is refused.',
  }),
  actRoute({
    act: 'change-phase',
    path: '/phase',
    name: 'changePhase',
    tag: 'Incidents',
    summary: 'Move it to another phase',
    description:
      'Cancelling and reopening need a `reason`. `from` is the phase you saw; if it is another by now, the move is refused.',
  }),
  actRoute({
    act: 'change-severity',
    path: '/severity',
    name: 'changeSeverity',
    tag: 'Incidents',
    summary: 'Raise, lower or settle the severity',
    description: 'Lowering needs a `reason`. Both plan the clocks anew.',
  }),
  actRoute({
    act: 'change-services',
    path: '/services',
    name: 'changeServices',
    tag: 'Incidents',
    summary: 'Add or remove affected services',
    services: ['add', 'remove'],
  }),
  actRoute({
    act: 'change-access',
    path: '/access',
    name: 'changeAccess',
    tag: 'Incidents',
    summary: 'Make it private, or open it to everyone',
    people: ['visibleTo'],
  }),
  actRoute({
    act: 'ask-for-help',
    path: '/help',
    name: 'askForHelp',
    tag: 'Incidents',
    summary: 'Ask administrators and the owning leads for help',
  }),
];
