// A quiet incident beside the great one, so that the board shows what is owed first.
import { done, note, phase, step, type Story, takes, task, understood, update } from '../story';

export const lateWebhooks: Story = {
  declaredBy: 'emre',
  startedMinutesBefore: 15,
  declaration: {
    title: 'Webhooks to one large customer time out',
    severity: 'Medium',
    services: ['Webhooks and mail'],
    summary: 'Their receiver answers after forty seconds since this morning; ours gives up after ten.',
  },
  steps: [
    takes(2, 'gwen', 'commander'),
    step(3, 'emre', 'join', {}),
    phase(4, 'gwen', 'investigating'),
    step(6, 'jonah', 'join', {}),
    task(7, 'gwen', 'jonah', 'Call the customer’s platform team', 30, 'call'),
    understood(8, 'jonah', 'call', 'Ask what changed this morning, and whether we may send less.'),
    update(9, 'gwen', {
      status: 'Webhooks to one customer time out; all others arrive.',
      actions: 'Jonah calls them; Emre keeps what was not delivered.',
      next: 'Agree on a slower pace until their side is mended.',
      estimate: 60,
    }),
    note(14, 'emre', 'Nothing is lost: 2,300 hooks wait in their own queue.'),
    update(22, 'gwen', {
      phase: 'identified',
      status: 'Their new proxy holds each request for forty seconds. 2,300 hooks wait.',
      actions: 'Jonah talks to them about a slower pace.',
      next: 'Send one at a time until the proxy is mended.',
      estimate: 45,
    }),
    done(27, 'jonah', 'call', 'They mend the proxy today; until then one at a time, with a minute’s patience.'),
    step(29, 'emre', 'propose-decision', {
      text: 'For this customer alone: one hook at a time, a minute of patience.',
      windowSeconds: 60,
    }),
    task(32, 'gwen', 'emre', 'Set pace and patience for this customer', 20, 'pace'),
    understood(33, 'emre', 'pace', 'A setting, no release.'),
    step(36, 'gwen', 'confirm-no-change', { estimate: { kind: 'at', at: '+30m' } }),
    done(41, 'emre', 'pace', 'Set. The queue shrinks by forty a minute.'),
    update(49, 'gwen', {
      phase: 'monitoring',
      status: 'Hooks arrive, late by up to half an hour.',
      actions: 'Watching the queue.',
      next: 'Resolve when it is empty.',
      estimate: 30,
    }),
    step(63, 'gwen', 'confirm-no-change', { estimate: { kind: 'at', at: '+15m' } }),
    update(76, 'gwen', {
      phase: 'resolved',
      status: 'The queue is empty and their proxy is mended.',
      actions: 'None.',
      next: 'A pace for each receiver, so that one cannot hold the others up.',
      estimate: null,
    }),
  ],
};
