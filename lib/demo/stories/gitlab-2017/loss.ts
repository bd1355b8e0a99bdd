// The night: the primary’s data is removed, and the copies are looked for.
import { done, note, step, takes, task, understood, update, type Story } from '../../story';

export const loss: Story['steps'] = [
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
