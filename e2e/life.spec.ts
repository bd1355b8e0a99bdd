import { test } from './fixtures/test';
import { appointDeputy, declare, gather, race } from './life/begin';
import { lowerSeverity, moveToEnd, readTimeline } from './life/end';
import { confirmNoChange, missUpdate, postAtLast, postFirstUpdate, postInTime } from './life/report';
import { decide, giveTask, handOver } from './life/work';

test('an incident lives from its declaration to its end, the same in every browser', async ({
  app,
  clock,
  enter,
  machine,
}) => {
  test.setTimeout(300_000);
  const robot = await machine('responder');
  const [ada, bea, cy, di] = await Promise.all([enter('ada'), enter('bea'), enter('cy'), enter('di')]);
  const crew = { app, clock, robot, ada, bea, cy, di };
  await test.step('Ada declares it with a key, wherever she is', () => declare(crew));
  await test.step('the others are told where they are, and two of them go and join', () => gather(crew));
  const command = await test.step('two take command in the same moment: one has it, the other reads who', () =>
    race(crew));
  const team = { ...crew, ...command };
  await test.step('the commander makes Di deputy, and she is told', () => appointDeputy(team));
  await test.step('the first update is on every screen within a moment', () => postFirstUpdate(team));
  await test.step('the tab counts down, and updates in time keep the score', () => postInTime(team));
  await test.step('“no change” is one key, and the third in a row asks for a hypothesis', () => confirmNoChange(team));
  await test.step('missed, it stands in red, and calls the deputy, then the room, then whoever owns it', () =>
    missUpdate(team));
  await test.step('only a human’s update sets it back; it starts from what happened meanwhile', () => postAtLast(team));
  await test.step('a task is given to a person, read back, comes back when its time is up, and ends with a result', () =>
    giveTask(team));
  await test.step('a decision waits a minute for objections and is recorded with them', () => decide(team));
  await test.step('command passes when the other has read the brief and accepts, not before', () => handOver(team));
  await test.step('severity is lowered only with a reason', () => lowerSeverity(team));
  await test.step('it moves through its phases to the end, and the map says where it is', () => moveToEnd(team));
  await test.step('every step is on the timeline, and in the export in order', () => readTimeline(team));
});
