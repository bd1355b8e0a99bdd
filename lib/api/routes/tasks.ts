import { actRoute } from '../act-route';
import { readIncidentPart } from '../read-part';
import { type Route } from '../route';
import { taskSchema } from '../incident-schemas';

const tag = 'Tasks';
const fromPath = { task: { field: 'id' } };

export const tasks: Route[] = [
  readIncidentPart({
    path: '/tasks',
    name: 'listTasks',
    tag,
    summary: 'The tasks of an incident',
    key: 'tasks',
    schema: taskSchema,
    read: (incident) => incident.tasks,
  }),
  actRoute({
    act: 'assign-task',
    path: '/tasks',
    name: 'assignTask',
    tag,
    summary: 'Give somebody a task with a time box',
    people: ['assignee'],
    creates: true,
  }),
  actRoute({
    act: 'understand-task',
    path: '/tasks/{task}/understand',
    name: 'understandTask',
    tag,
    summary: 'Read it back (its assignee only)',
    fromPath,
  }),
  actRoute({
    act: 'finish-task',
    path: '/tasks/{task}/finish',
    name: 'finishTask',
    tag,
    summary: 'Finish it with a result',
    fromPath,
  }),
  actRoute({
    act: 'extend-task',
    path: '/tasks/{task}/extend',
    name: 'extendTask',
    tag,
    summary: 'Give it a new time box from now',
    fromPath,
  }),
  actRoute({
    act: 'reassign-task',
    path: '/tasks/{task}/reassign',
    name: 'reassignTask',
    tag,
    summary: 'Pass it to somebody else',
    people: ['to', 'from'],
    fromPath,
  }),
  actRoute({
    act: 'cancel-task',
    path: '/tasks/{task}/cancel',
    name: 'cancelTask',
    tag,
    summary: 'Cancel it',
    fromPath,
  }),
];
