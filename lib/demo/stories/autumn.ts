import { done, note, type PastStory, phase, step, takes, task, understood, update } from '../story';

const lateMail: PastStory = {
  daysAgo: 44,
  clock: '09:15',
  declaredBy: 'kaori',
  startedMinutesBefore: 120,
  declaration: {
    title: 'Mail arrives two hours late',
    severity: 'Medium',
    services: ['Webhooks and mail', 'Job queue'],
  },
  steps: [
    takes(8, 'dilnoza', 'commander'),
    step(9, 'kaori', 'join', {}),
    phase(10, 'dilnoza', 'investigating'),
    note(12, 'dilnoza', 'One project sends 200,000 review mails: somebody pushed a vendored folder.'),
    update(14, 'dilnoza', {
      phase: 'identified',
      status: 'Mail waits up to two hours behind one project’s 200,000 messages.',
      actions: 'We move that project to a queue of its own.',
      next: 'Watch the delay fall.',
      estimate: 30,
    }),
    update(28, 'dilnoza', {
      phase: 'monitoring',
      status: 'New mail goes out at once; the old 200,000 go out slowly beside it.',
      actions: 'Watching.',
      next: 'Resolve at ten.',
      estimate: 20,
    }),
    phase(42, 'dilnoza', 'resolved'),
    phase(1_500, 'dilnoza', 'closed'),
  ],
};

const stalePages: PastStory = {
  daysAgo: 31,
  clock: '12:40',
  declaredBy: 'kaori',
  declaration: { title: 'Pages shows yesterday’s version of some sites', severity: 'Low', services: ['Pages'] },
  steps: [
    takes(50, 'lars', 'commander'),
    phase(55, 'lars', 'identified'),
    note(56, 'lars', 'Two of nine front servers missed the purge; their clocks were four minutes behind.'),
    phase(80, 'lars', 'monitoring'),
    phase(120, 'lars', 'resolved'),
    phase(1_300, 'lars', 'closed'),
  ],
};

const earlierLag: PastStory = {
  daysAgo: 19,
  clock: '21:26',
  declaredBy: 'cyrus',
  startedMinutesBefore: 9,
  declaration: {
    title: 'The database replica falls behind',
    severity: 'High',
    services: ['Main database'],
    summary: 'Eleven minutes behind and growing, while spam accounts write comments by the thousand.',
  },
  steps: [
    takes(3, 'ada', 'commander'),
    takes(4, 'kaori', 'communications'),
    step(4, 'cyrus', 'join', {}),
    phase(5, 'ada', 'investigating'),
    task(6, 'ada', 'hugo', 'Block the accounts that write spam', 15, 'spam'),
    understood(7, 'hugo', 'spam', 'Block by address range, keep the evidence.'),
    task(7, 'ada', 'cyrus', 'Say how long the replica has before it must be rebuilt', 10, 'wal'),
    understood(7.5, 'cyrus', 'wal', 'How much write-ahead log the primary still keeps.'),
    done(13, 'cyrus', 'wal', 'About forty minutes at this rate.'),
    update(14, 'ada', {
      phase: 'mitigating',
      status:
        'The replica is 14 minutes behind. If it falls 40 behind, we must rebuild it and have no standby meanwhile.',
      actions: 'Hugo blocks the spam accounts.',
      next: 'See whether the lag stops growing.',
      estimate: 20,
    }),
    done(20, 'hugo', 'spam', '1,900 accounts blocked; writes are back to normal.'),
    update(28, 'ada', {
      phase: 'monitoring',
      status: 'The lag shrinks: 6 minutes now.',
      actions: 'Watching.',
      next: 'Resolve when it is below ten seconds.',
      estimate: 15,
    }),
    step(42, 'ada', 'confirm-no-change', { estimate: { kind: 'at', at: '+10m' } }),
    update(51, 'ada', {
      phase: 'resolved',
      status: 'The replica follows within a second.',
      actions: 'None.',
      next: 'Keep more write-ahead log; archive it. Nobody owns this yet.',
      estimate: null,
    }),
    phase(3_000, 'ada', 'closed'),
  ],
};

const doubleWebhooks: PastStory = {
  daysAgo: 9,
  clock: '14:02',
  declaredBy: 'emre',
  startedMinutesBefore: 25,
  declaration: { title: 'Webhooks are delivered twice', severity: 'Medium', services: ['Webhooks and mail'] },
  steps: [
    takes(5, 'emre', 'commander'),
    step(6, 'dilnoza', 'join', {}),
    phase(7, 'emre', 'investigating'),
    task(8, 'emre', 'dilnoza', 'Compare both deliveries of one hook', 10, 'compare'),
    understood(8.5, 'dilnoza', 'compare', 'Same id or two ids, same worker or two.'),
    done(16, 'dilnoza', 'compare', 'Same id, two workers: the lock’s timeout is shorter than slow receivers take.'),
    update(17, 'emre', {
      phase: 'identified',
      status: 'Webhooks to slow receivers are sent twice since noon. Each carries the same id, so most receivers cope.',
      actions: 'Emre lengthens the lock.',
      next: 'Release and watch.',
      estimate: 30,
    }),
    phase(26, 'emre', 'monitoring'),
    update(32, 'emre', {
      phase: 'resolved',
      status: 'No hook was sent twice for ten minutes.',
      actions: 'None.',
      next: 'Say in the docs that hooks may come twice.',
      estimate: null,
    }),
  ],
};

export const autumn: PastStory[] = [lateMail, stalePages, earlierLag, doubleWebhooks];
