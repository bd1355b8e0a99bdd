// The day after: the one copy that works is brought back.
import { done, note, step, task, understood, update, type Story } from '../../story';

export const restore: Story['steps'] = [
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
