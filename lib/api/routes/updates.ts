import { actRoute } from '../act-route';
import { type JsonSchema, type Route } from '../route';

const estimate: JsonSchema = {
  description:
    'When the next word on the end comes: a time, `null` or `"unknown"`, or an object that also says when the next estimate comes.',
  anyOf: [
    { type: 'string', format: 'date-time' },
    { type: 'string', const: 'unknown' },
    { type: 'null' },
    {
      type: 'object',
      required: ['kind', 'at'],
      properties: { kind: { type: 'string', const: 'at' }, at: { type: 'string', format: 'date-time' } },
    },
    {
      type: 'object',
      required: ['kind'],
      properties: {
        kind: { type: 'string', const: 'unknown' },
        nextAt: { anyOf: [{ type: 'string', format: 'date-time' }, { type: 'null' }] },
      },
    },
  ],
};

/** The short ways to write an estimate, made into the one that the rules know. */
export function readEstimate(body: Record<string, unknown>): Record<string, unknown> {
  const { estimate: given } = body;
  if (given === null || given === 'unknown') {
    return { ...body, estimate: { kind: 'unknown', nextAt: null } };
  }
  return typeof given === 'string' ? { ...body, estimate: { kind: 'at', at: given } } : body;
}

export const updates: Route[] = [
  actRoute({
    act: 'post-update',
    path: '/updates',
    name: 'postUpdate',
    tag: 'Updates',
    summary: 'Post an update in four fields',
    description:
      'Only a person’s update resets the cadence: one by a token is shown and answers nothing. `seen` is the seq of the latest update you had read (0 for none); if there is a newer one, yours is refused.',
    fields: { estimate },
    draft: readEstimate,
    creates: true,
  }),
  actRoute({
    act: 'confirm-no-change',
    path: '/updates/no-change',
    name: 'confirmNoChange',
    tag: 'Updates',
    summary: 'Confirm that nothing has changed (people only)',
    fields: { estimate },
    draft: readEstimate,
    creates: true,
  }),
  actRoute({
    act: 'snooze-update',
    path: '/updates/snooze',
    name: 'snoozeUpdate',
    tag: 'Updates',
    summary: 'Put off the owed update once (people only)',
  }),
];
