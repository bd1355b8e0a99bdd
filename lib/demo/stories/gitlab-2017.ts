// GitLab.com's database outage of 31 January 2017, after its public postmortem and incident notes: their facts and times, our
// words, and the people of Millrace. A day is told in two hours; the times of that day stand in brackets, in UTC.
import { done, note, phase, step, type Story, takes, task, understood, update } from '../story';

const overload: Story['steps'] = [
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

const loss: Story['steps'] = [
  step(38.4, 'cyrus', 'propose-decision', {
    text: 'Empty the data directory on the replica and start the copy from nothing: earlier tries may have left files behind.',
    windowSeconds: 30,
  }),
  note(
    39.6,
    'cyrus',
    '[23:27] I stopped the removal after a second or two: it ran on db1, the primary, not on db2. Of about 300 GB, 4.5 GB are left.',
  ),
  step(40, 'ada', 'change-severity', {
    to: 'Critical',
    reason: 'The primary’s data is gone, and there is no replica.',
  }),
  step(40.2, 'ada', 'ask-for-help', {
    reason: 'We have lost the primary. Everyone who knows where our copies are: join.',
  }),
  step(40.5, 'ada', 'retitle', { title: 'The main database is lost; we restore it from a copy' }),
  step(40.7, 'emre', 'join', {}),
  takes(40.9, 'hugo', 'scribe'),
  step(41.1, 'fatima', 'join', {}),
  note(
    41.3,
    'cyrus',
    'The site is offline, so that nothing writes to what is left. Nothing else is removed by anyone from here on.',
  ),
  step(41.4, 'ada', 'cancel-task', { id: '$replica', reason: 'The primary comes first.' }),
  task(41.6, 'ada', 'emre', 'Find the newest dump in object storage', 10, 'dump'),
  task(41.8, 'ada', 'dilnoza', 'Look for disk snapshots of the database servers', 10, 'disks'),
  task(42, 'ada', 'fatima', 'Find out how old the copy in staging is', 10, 'staging'),
  understood(42.2, 'emre', 'dump', 'The newest nightly dump in the bucket, and whether it can be read.'),
  understood(42.4, 'dilnoza', 'disks', 'Snapshots of db1 and db2, whatever age.'),
  understood(42.6, 'fatima', 'staging', 'When it was taken and what is missing from it.'),
  update(43.2, 'kaori', {
    phase: 'mitigating',
    status: 'Millrace is offline. Data was removed from the main database by accident; repositories are not touched.',
    actions: 'Three people look for the newest copy: dumps, disk snapshots, staging.',
    next: 'Choose the copy to restore from.',
    estimate: null,
  }),
  step(44, 'ada', 'assign-role', { role: 'deputy', person: '@bea' }),
  note(
    44.8,
    'bea',
    'Whoever typed it, any of us could have: two identical prompts, late at night, and no safeguard between them.',
  ),
  done(
    45.6,
    'dilnoza',
    'disks',
    'Disk snapshots are on for the file servers and were never turned on for the databases.',
  ),
  done(
    47,
    'emre',
    'dump',
    'The bucket is empty. The dump ran version 9.2 against a 9.6 database and failed; the mail that said so was rejected as unsigned.',
  ),
  done(
    48.2,
    'fatima',
    'staging',
    'Staging has the snapshot of 17:20, taken by hand: six hours old. The nightly one would have been a day old.',
  ),
];

const restore: Story['steps'] = [
  step(
    49,
    'ada',
    'propose-decision',
    {
      text: 'Restore from the snapshot of 17:20 in staging. What was written to the database after that is lost.',
      windowSeconds: 60,
    },
    'restore',
  ),
  step(49.6, 'emre', 'object-to-decision', {
    id: '$restore',
    reason: 'Staging drops webhooks when it is loaded: those must come from another copy.',
  }),
  task(51, 'ada', 'emre', 'Copy the snapshot from staging to the primary', 50, 'copy'),
  understood(
    51.4,
    'emre',
    'copy',
    'Read-only from staging; nothing on db1 is overwritten before a second person looked.',
  ),
  task(52, 'ada', 'dilnoza', 'Bring the webhooks back from the older copy', 40, 'hooks'),
  understood(52.5, 'dilnoza', 'hooks', 'From the nightly copy, only rows older than 17:20.'),
  update(53.5, 'kaori', {
    status:
      'We restore the database as it was at 17:20 UTC. Issues, comments, projects and accounts made after that are lost; repositories and wikis are safe.',
    actions: 'Emre copies the snapshot; Dilnoza brings webhooks back.',
    next: 'Say how long the copy takes.',
    estimate: 15,
  }),
  note(
    56,
    'emre',
    '[01:00] The copy runs at 60 Mbit/s: staging’s disks are slow, and nothing makes them faster. That is most of a day.',
  ),
  step(57.5, 'kaori', 'propose-decision', {
    text: 'Work in the open: a public page with our notes, kept as we go.',
    windowSeconds: 60,
  }),
  step(60, 'ada', 'form-subteam', { name: 'Restore', lead: '@emre', members: ['@dilnoza', '@fatima'] }),
  note(62, 'kaori', 'Thousands read along. Most of what they write is kind.'),
  step(64.5, 'gwen', 'join', {}),
  note(65, 'gwen', 'Build runners are paused, so that pipelines do not fail against a site that is away.'),
  // Owed at 68.5: everyone watches the copy, and the nudge has to remind them.
  update(71.2, 'kaori', {
    status: 'The copy runs; about a third is done.',
    actions: 'Copying; nothing can be hurried.',
    next: 'When it is done: raise the id counters, start the database, look at it before anyone else does.',
    estimate: 40,
  }),
  note(75, 'hugo', '[05:00] Half. Everyone who can sleep does; Bea wakes whoever is needed.'),
  step(79, 'kaori', 'confirm-no-change', { estimate: { kind: 'at', at: '+30m' } }),
  done(83, 'dilnoza', 'hooks', 'Webhooks older than 17:20 are back. Those made later are lost.'),
  step(86, 'emre', 'extend-task', { id: '$copy', boxMinutes: 20 }),
  update(89, 'kaori', {
    status: 'Nine tenths are copied.',
    actions: 'Cyrus prepares the id counters; Fatima writes the checks for afterwards.',
    next: 'Start the database.',
    estimate: 20,
  }),
  done(92, 'emre', 'copy', '[16:36] Copied, compared and mounted on the primary.'),
  task(92.6, 'ada', 'cyrus', 'Raise every id counter by 100,000', 10, 'ids'),
  understood(93, 'cyrus', 'ids', 'So that no id that was given out after 17:20 is ever given again.'),
  done(96, 'cyrus', 'ids', 'All counters raised; three looked at by hand.'),
  step(97, 'ada', 'propose-decision', {
    text: 'Open the site, with a banner that says what is missing.',
    windowSeconds: 30,
  }),
  update(99, 'kaori', {
    phase: 'monitoring',
    status:
      '[18:14] Millrace is back, with the data of 17:20 the day before. About 5,000 projects, 5,000 comments and 700 accounts made after that are lost.',
    actions: 'Watching errors and the load; a fresh replica is being built.',
    next: 'Resolve when the replica follows.',
    estimate: 20,
  }),
  task(100, 'ada', 'cyrus', 'Build a fresh replica of the primary', 30, 'fresh'),
  understood(100.5, 'cyrus', 'fresh', 'On db2, from the primary as it is now; both prompts say where they are.'),
  note(
    103,
    'dilnoza',
    'Part of last night’s load was ours: a job was deleting a colleague’s account with all it ever wrote, because a troll had reported it.',
  ),
  done(107.5, 'cyrus', 'fresh', 'It follows within a second.'),
  update(109, 'kaori', {
    phase: 'resolved',
    status: 'Everything works, and a fresh replica follows the primary.',
    actions: 'None.',
    next: 'Postmortem: tested restores, an owner for backups, prompts that say where one is, log archiving.',
    estimate: null,
  }),
  note(111, 'ada', 'Thank you, all. Sleep first, then we write down what would have made this impossible.'),
];

export const gitlab2017: Story = {
  declaredBy: 'hugo',
  startedMinutesBefore: 12,
  declaration: {
    title: 'Comments cannot be posted; the database is overloaded',
    severity: 'High',
    services: ['Main database', 'Web app', 'API'],
    summary:
      'A replay of the public record of GitLab.com’s database outage of 31 January 2017, in our words and with the people of Millrace. Times in brackets are those of that day, in UTC; a day is told in two hours.',
  },
  steps: [...overload, ...loss, ...restore],
};
