import { actRoute } from '../act-route';
import { readIncidentPart } from '../read-part';
import { type Route } from '../route';
import { pageSchema } from '../paging-schemas';

const tag = 'Pages';
const fromPath = { page: { field: 'id' } };

export const pages: Route[] = [
  readIncidentPart({
    path: '/pages',
    name: 'listPages',
    tag,
    summary: 'The pages of an incident: whom they called, and who answered',
    key: 'pages',
    schema: pageSchema,
    read: (incident) => incident.pages,
  }),
  actRoute({
    act: 'page',
    path: '/pages',
    name: 'page',
    tag,
    summary: 'Page people, schedules or teams, or by an escalation policy',
    description:
      'The first step is called at once, the next ones until somebody acknowledges. `policy` is the id of an escalation policy; without one, all `targets` are called together, three times.',
    creates: true,
  }),
  actRoute({
    act: 'answer-page',
    path: '/pages/{page}/answer',
    name: 'answerPage',
    tag,
    summary: 'Acknowledge a page, or say that one cannot (people only)',
    fromPath,
  }),
  actRoute({
    act: 'withdraw-page',
    path: '/pages/{page}/withdraw',
    name: 'withdrawPage',
    tag,
    summary: 'Withdraw a page: nobody else is called by it',
    fromPath,
  }),
];
