import { actRoute } from '../act-route';
import { readIncidentPart } from '../read-part';
import { type Route } from '../route';
import { decisionSchema } from '../incident-schemas';

const tag = 'Decisions';
const fromPath = { decision: { field: 'id' } };

export const decisions: Route[] = [
  readIncidentPart({
    path: '/decisions',
    name: 'listDecisions',
    tag,
    summary: 'The decisions of an incident',
    key: 'decisions',
    schema: decisionSchema,
    read: (incident) => incident.decisions,
  }),
  actRoute({
    act: 'propose-decision',
    path: '/decisions',
    name: 'proposeDecision',
    tag,
    summary: 'Propose a decision',
    description: 'It is recorded by itself once the window for strong objections has passed.',
    creates: true,
  }),
  actRoute({
    act: 'object-to-decision',
    path: '/decisions/{decision}/object',
    name: 'objectToDecision',
    tag,
    summary: 'Object, with a reason (people only)',
    fromPath,
  }),
  actRoute({
    act: 'withdraw-decision',
    path: '/decisions/{decision}/withdraw',
    name: 'withdrawDecision',
    tag,
    summary: 'Withdraw it before it is recorded',
    fromPath,
  }),
];
