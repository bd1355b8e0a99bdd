// The evening: the database is overloaded, and its replica stops.
import { done, note, phase, step, takes, task, understood, update, type Story } from '../../story';

export const overload: Story['steps'] = [
  step(0.5, 'hugo', 'join', {}),
  takes(1, 'bea', 'commander'),
  takes(2, 'kaori', 'communications'),
  takes(2.5, 'cyrus', 'operations'),
  phase(3, 'bea', 'investigating'),
  note(
    3.5,
    'hugo',
    '[19:00] Load on the primary climbs; comments on issues and reviews time out. It looks like spam: snippets by the thousand.',
    8,
  ),
  task(4.5, 'bea', 'hugo', 'Block the spam accounts by address', 12, 'spam'),
  understood(5, 'hugo', 'spam', 'Block the address ranges, remove the accounts, keep a list of both.'),
  update(7, 'kaori', {
    status: 'Comments fail for many people: the database is overloaded, probably by spam accounts.',
    actions: 'Hugo blocks them; Cyrus watches the primary.',
    next: 'See whether the load falls once they are gone.',
    estimate: null,
  }),
  note(
    10,
    'cyrus',
    'For the record: at [17:20] I took a snapshot of the primary by hand and loaded it into staging, to try out load balancing.',
    30,
  ),
  note(
    14,
    'hugo',
    'One repository served as somebody’s file host: 47,000 addresses signed in with the same account. Removed.',
  ),
  done(15.5, 'hugo', 'spam', 'Spam accounts blocked and removed.'),
  note(18, 'cyrus', '[21:00] Writes on the primary locked up and the site was down for some minutes. It is back.'),
  // Owed at minute 22 and three minutes late, so that the nudge is there to be seen.
  update(25, 'kaori', {
    status: 'Comments work again, slowly. The load is still above normal.',
    actions: 'Cyrus looks at what else writes that much.',
    next: 'Bring the load down before the replica suffers.',
    estimate: 30,
  }),
  note(
    26.5,
    'cyrus',
    '[22:00] Paged: the replica is 4 GB behind and has stopped. The primary has already thrown away the log that it needs; we do not archive it.',
  ),
  task(27.5, 'bea', 'cyrus', 'Rebuild the replica from the primary', 45, 'replica'),
  understood(28, 'cyrus', 'replica', 'On db2: empty the data directory, copy everything over with pg_basebackup.'),
  step(29, 'dilnoza', 'join', {}),
  note(30, 'cyrus', 'pg_basebackup cannot connect: max_wal_senders is too low. Raised from 3 to 32.'),
  note(
    32,
    'cyrus',
    'Then Postgres did not start again: too many semaphores with max_connections at 8,000. It starts with 2,000.',
  ),
  note(34, 'cyrus', 'pg_basebackup connects now and hangs without a word, however verbose.'),
  step(
    34.5,
    'bea',
    'offer-handover',
    {
      role: 'commander',
      to: '@ada',
      brief:
        '**Situation** Load under control, replica gone, so there is no standby.\n\n**Who does what** Cyrus rebuilds the replica, Kaori writes, Hugo watches for spam.\n\n**Owed** The next update.',
    },
    'handover',
  ),
  step(35.3, 'ada', 'answer-handover', { id: '$handover', accept: true }),
  update(36.5, 'kaori', {
    phase: 'identified',
    status: 'The site works. Its database has no standby: the replica stopped and must be rebuilt.',
    actions: 'Cyrus copies the primary to the replica; the copy does not start yet.',
    next: 'Find out what pg_basebackup waits for.',
    estimate: 60,
  }),
  note(
    37.5,
    'dilnoza',
    'strace says that it waits in a poll, nothing more. It may be waiting for a checkpoint on the primary.',
  ),
];
