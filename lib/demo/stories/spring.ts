import { done, note, type PastStory, phase, step, takes, task, understood, update } from '../story';

const starvedRunners: PastStory = {
  daysAgo: 178,
  clock: '08:42',
  declaredBy: 'lars',
  startedMinutesBefore: 11,
  declaration: {
    title: 'Pipelines wait for more than an hour',
    severity: 'High',
    services: ['Build runners', 'Job queue'],
    summary: 'Four thousand pipelines are queued and only a third of the runners take work.',
  },
  steps: [
    takes(2, 'gwen', 'commander'),
    takes(3, 'kaori', 'communications'),
    step(3, 'lars', 'join', {}),
    note(4, 'lars', 'Runners in the second zone stopped taking jobs at 08:31, all at once.', 15),
    phase(5, 'gwen', 'investigating'),
    task(6, 'gwen', 'lars', 'Find out why the second zone takes no jobs', 10, 'zone'),
    understood(6.5, 'lars', 'zone', 'I compare a runner that works with one that does not.'),
    done(
      12,
      'lars',
      'zone',
      'Their registration token ran out this morning. The renewal job was paused for last week’s move.',
    ),
    update(13, 'gwen', {
      phase: 'identified',
      status:
        'About two thirds of the runners take no jobs: their registration has run out. Pipelines wait up to 70 minutes.',
      actions: 'Lars renews the registration, zone by zone.',
      next: 'Watch the queue shrink; then start the paused renewal job.',
      estimate: 30,
    }),
    step(15, 'gwen', 'propose-decision', { text: 'Renew all zones at once instead of one by one.' }),
    phase(18, 'gwen', 'mitigating'),
    note(22, 'lars', 'All runners are registered again; 3,100 pipelines left in the queue.'),
    update(27, 'gwen', {
      phase: 'monitoring',
      status: 'All runners work. The queue shrinks by 150 pipelines a minute.',
      actions: 'Watching. Kaori answers customers.',
      next: 'Resolve when nobody waits for more than a minute.',
      estimate: 20,
    }),
    update(41, 'gwen', {
      phase: 'resolved',
      status: 'Nobody waits any more. Every queued pipeline ran.',
      actions: 'None.',
      next: 'Write down why the renewal stayed paused.',
      estimate: null,
    }),
    phase(2_880, 'gwen', 'closed'),
  ],
};

const emptySearch: PastStory = {
  daysAgo: 151,
  clock: '13:05',
  declaredBy: 'hugo',
  startedMinutesBefore: 95,
  declaration: {
    title: 'Search finds nothing in projects made today',
    severity: 'Medium',
    services: ['Search'],
  },
  steps: [
    takes(6, 'fatima', 'commander'),
    step(7, 'hugo', 'join', {}),
    phase(8, 'fatima', 'investigating'),
    note(10, 'hugo', 'The indexer restarts every two minutes; the last thing it logs is a file of 90 MB.'),
    task(11, 'fatima', 'hugo', 'Skip files above 5 MB in the indexer', 20, 'skip'),
    understood(12, 'hugo', 'skip', 'One line in the indexer and a release.'),
    update(14, 'fatima', {
      phase: 'identified',
      status: 'New projects are not indexed since 11:30: one very large file stops the indexer each time.',
      actions: 'Hugo makes the indexer skip it.',
      next: 'Release, then index what is missing.',
      estimate: 40,
    }),
    done(29, 'hugo', 'skip', 'Released; the indexer runs through.'),
    step(30, 'fatima', 'confirm-no-change', { estimate: { kind: 'at', at: '+25m' } }),
    phase(33, 'fatima', 'monitoring'),
    update(44, 'fatima', {
      phase: 'resolved',
      status: 'All projects are found again.',
      actions: 'None.',
      next: 'Alert on the age of the index, not on the indexer being up.',
      estimate: null,
    }),
    phase(1_200, 'fatima', 'closed'),
  ],
};

const doubleInvoices: PastStory = {
  daysAgo: 133,
  clock: '06:18',
  declaredBy: 'jonah',
  startedMinutesBefore: 78,
  declaration: {
    title: 'Customers were invoiced twice',
    severity: 'unsure',
    services: ['Billing'],
    summary: 'Support has eleven mails from customers who got two invoices this morning.',
  },
  steps: [
    takes(3, 'ines', 'commander'),
    takes(4, 'kaori', 'communications'),
    step(5, 'ines', 'change-severity', { to: 'High', reason: '312 customers, but no card was charged twice.' }),
    phase(6, 'ines', 'investigating'),
    note(8, 'jonah', 'The monthly job ran at 05:00 and again at 05:02, after a worker was restarted.', 70),
    step(10, 'ines', 'propose-decision', {
      text: 'Stop the charging job until we know which invoice stands.',
      windowSeconds: 60,
    }),
    task(12, 'ines', 'jonah', 'List every customer with two invoices', 15, 'list'),
    understood(13, 'jonah', 'list', 'Customers with two invoices for the same month, with both numbers.'),
    update(15, 'ines', {
      phase: 'identified',
      status:
        'The monthly invoicing ran twice for 312 customers. Cards were charged once; the second charge is stopped.',
      actions: 'Jonah lists them; Kaori drafts the mail.',
      next: 'Void the second invoices and write to everyone concerned.',
      estimate: 60,
    }),
    done(24, 'jonah', 'list', '312 customers, both numbers in the sheet.'),
    task(26, 'ines', 'kaori', 'Write to the 312 customers', 30, 'mail'),
    understood(27, 'kaori', 'mail', 'What happened, that nothing was charged twice, which invoice to keep.'),
    update(29, 'ines', {
      phase: 'mitigating',
      status: 'We void the second invoices now. Nobody was charged twice.',
      actions: 'Voiding; the mail goes out in a quarter of an hour.',
      next: 'Check the books, then start the charging job again.',
      estimate: 30,
    }),
    done(47, 'kaori', 'mail', 'Sent. Nine answers so far, all friendly.'),
    update(48, 'ines', {
      phase: 'monitoring',
      status: 'The second invoices are void and everyone concerned has a mail from us.',
      actions: 'Jonah compares the books.',
      next: 'Resolve when the books agree.',
      estimate: 20,
    }),
    phase(66, 'ines', 'resolved'),
    phase(2_000, 'ines', 'closed'),
  ],
};

const slowClones: PastStory = {
  daysAgo: 117,
  clock: '15:50',
  declaredBy: 'fatima',
  startedMinutesBefore: 30,
  declaration: { title: 'Cloning over SSH is slow from Europe', severity: 'Medium', services: ['Git storage'] },
  steps: [
    takes(4, 'bea', 'commander'),
    step(5, 'emre', 'join', {}),
    phase(6, 'bea', 'investigating'),
    task(8, 'bea', 'emre', 'Measure from three places in Europe', 10, 'measure'),
    understood(8.5, 'emre', 'measure', 'Clone the same repository from Frankfurt, Paris and Warsaw.'),
    done(15, 'emre', 'measure', 'Only over one transit provider: 4 % of packets are lost.'),
    update(16, 'bea', {
      phase: 'identified',
      status: 'Clones from parts of Europe take up to ten times as long. A transit provider loses packets.',
      actions: 'Emre moves our traffic to the other provider.',
      next: 'Measure again in ten minutes.',
      estimate: 20,
    }),
    phase(20, 'bea', 'monitoring'),
    update(30, 'bea', {
      phase: 'resolved',
      status: 'Clones are as quick as before from all three places.',
      actions: 'None.',
      next: 'Move back when the provider reports that it is mended.',
      estimate: null,
    }),
  ],
};

export const spring: PastStory[] = [starvedRunners, emptySearch, doubleInvoices, slowClones];
