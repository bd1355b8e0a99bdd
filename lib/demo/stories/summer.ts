import { done, note, type PastStory, phase, step, takes, task, understood, update } from '../story';

const expiredCertificate: PastStory = {
  daysAgo: 96,
  clock: '00:03',
  declaredBy: 'gwen',
  startedMinutesBefore: 3,
  declaration: {
    title: 'Package registry refuses every connection: certificate expired',
    severity: 'Critical',
    services: ['Package registry', 'Build runners'],
  },
  steps: [
    takes(2, 'gwen', 'commander'),
    takes(3, 'emre', 'operations'),
    takes(4, 'kaori', 'communications'),
    step(4, 'gwen', 'assign-role', { role: 'deputy', person: '@lars' }),
    phase(5, 'gwen', 'identified'),
    note(
      6,
      'emre',
      'The certificate ran out at 00:00 UTC. The renewal has failed since a DNS change three weeks ago.',
      6,
    ),
    task(7, 'gwen', 'emre', 'Issue a new certificate by hand', 15, 'issue'),
    understood(8, 'emre', 'issue', 'DNS challenge by hand, then reload the three front servers.'),
    update(10, 'kaori', {
      status: 'Nobody can pull or push packages or images: the registry’s certificate ran out at midnight UTC.',
      actions: 'Emre issues a new one by hand.',
      next: 'Install it on all three front servers.',
      estimate: 20,
    }),
    step(11, 'gwen', 'propose-decision', {
      text: 'Do not tell customers to skip certificate checks, whatever they ask.',
      windowSeconds: 60,
    }),
    done(19, 'emre', 'issue', 'Issued and installed on two of three.'),
    update(22, 'kaori', {
      phase: 'mitigating',
      status: 'A new certificate is on two of three front servers; most pulls work.',
      actions: 'The third server gets it now.',
      next: 'Check from outside.',
      estimate: 10,
    }),
    update(33, 'kaori', {
      phase: 'monitoring',
      status: 'All pulls and pushes work.',
      actions: 'Watching the error rate.',
      next: 'Resolve after a quiet quarter of an hour.',
      estimate: 15,
    }),
    phase(49, 'gwen', 'resolved'),
    step(50, 'kaori', 'pin-fact', { seq: 7, pinned: true }),
    phase(4_000, 'gwen', 'closed'),
  ],
};

const falseAlarm: PastStory = {
  daysAgo: 83,
  clock: '10:31',
  declaredBy: 'jonah',
  declaration: { title: 'Sign-in errors jump to 40 %', severity: 'High', services: ['Sign-in'] },
  steps: [
    takes(1, 'ines', 'commander'),
    step(2, 'jonah', 'join', {}),
    note(5, 'jonah', 'All of the errors come from one address: our own load test, pointed at production.'),
    phase(7, 'ines', 'cancelled', 'It was our own load test. No customer saw an error.'),
  ],
};

const badRelease: PastStory = {
  daysAgo: 71,
  clock: '16:12',
  declaredBy: 'hugo',
  startedMinutesBefore: 4,
  declaration: {
    title: 'Web app answers 502 after release 61',
    severity: 'Critical',
    services: ['Web app', 'API'],
    summary: 'About half of all pages fail since the release at 16:08.',
  },
  steps: [
    takes(1, 'bea', 'commander'),
    takes(2, 'fatima', 'operations'),
    takes(2.5, 'kaori', 'communications'),
    takes(3, 'hugo', 'scribe'),
    phase(4, 'bea', 'mitigating'),
    step(
      4,
      'bea',
      'propose-decision',
      { text: 'Roll back to release 60 without waiting for a cause.', windowSeconds: 30 },
      'back',
    ),
    task(5, 'bea', 'fatima', 'Roll back to release 60', 10, 'rollback'),
    understood(5.5, 'fatima', 'rollback', 'Release 60 everywhere, database untouched.'),
    update(8, 'kaori', {
      status: 'Half of all pages fail since 16:08, after a release.',
      actions: 'Fatima rolls back.',
      next: 'Confirm that errors stop.',
      estimate: 10,
    }),
    note(16, 'fatima', 'The rollback hangs: release 61 changed a table, and release 60 waits for a lock on it.'),
    step(17, 'bea', 'ask-for-help', { reason: 'We need somebody who knows the migrations.' }),
    step(19, 'cyrus', 'join', {}),
    task(20, 'bea', 'cyrus', 'Free the lock without losing the new column', 10, 'lock'),
    understood(20.5, 'cyrus', 'lock', 'End the backfill, keep the column.'),
    done(27, 'cyrus', 'lock', 'The backfill held it. Ended; nothing lost.'),
    done(29, 'fatima', 'rollback', 'Release 60 runs everywhere.'),
    // Owed since 16:35 and seven minutes late: everyone was looking at the lock.
    update(30, 'kaori', {
      phase: 'monitoring',
      status: 'Release 60 is back; errors are at their usual level.',
      actions: 'Watching.',
      next: 'Find out why the backfill took a lock that long.',
      estimate: 15,
    }),
    step(
      34,
      'bea',
      'offer-handover',
      {
        role: 'commander',
        to: '@fatima',
        brief: 'Rolled back to 60, errors gone since 16:41. Watch until 17:00, then resolve. Hugo has the notes.',
      },
      'handover',
    ),
    step(35, 'fatima', 'answer-handover', { id: '$handover', accept: true }),
    step(44, 'fatima', 'confirm-no-change', { estimate: { kind: 'at', at: '+10m' } }),
    update(55, 'fatima', {
      phase: 'resolved',
      status: 'All pages work; nothing unusual for twenty minutes.',
      actions: 'None.',
      next: 'Postmortem tomorrow at ten.',
      estimate: null,
    }),
    phase(2_500, 'bea', 'closed'),
  ],
};

const exposedExport: PastStory = {
  daysAgo: 58,
  clock: '18:20',
  declaredBy: 'ada',
  startedMinutesBefore: 200,
  declaration: {
    title: 'A support export could be opened without signing in',
    severity: 'Critical',
    services: ['Object storage'],
    private: true,
    visibleTo: ['@ada', '@bea', '@kaori', '@emre'],
  },
  steps: [
    takes(1, 'ada', 'commander'),
    takes(2, 'emre', 'operations'),
    takes(3, 'kaori', 'communications'),
    task(3, 'ada', 'emre', 'Close the link and every other of its kind', 10, 'close'),
    understood(3.5, 'emre', 'close', 'All public links of the support bucket.'),
    done(8, 'emre', 'close', 'Closed: this one, and two older ones nobody had opened.'),
    update(10, 'ada', {
      phase: 'mitigating',
      status: 'An export with 41 mail addresses could be opened by anyone who had the link. It is closed.',
      actions: 'Emre reads the access log.',
      next: 'Find out who opened it.',
      estimate: 30,
    }),
    note(21, 'emre', 'Opened twice, both times by the customer whom it was made for.'),
    update(24, 'ada', {
      phase: 'monitoring',
      status: 'Nobody but the customer opened it. The log goes back to its first day.',
      actions: 'Kaori writes to the customer.',
      next: 'Tell the data protection officer; then resolve.',
      estimate: 30,
    }),
    update(38, 'ada', {
      phase: 'resolved',
      status: 'Closed, and the customer knows.',
      actions: 'None.',
      next: 'Exports expire after a day from now on.',
      estimate: null,
    }),
    phase(5_000, 'ada', 'closed'),
  ],
};

export const summer: PastStory[] = [expiredCertificate, falseAlarm, badRelease, exposedExport];
