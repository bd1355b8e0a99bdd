import { choose, expectLive, press } from './fixtures/acts';
import { chooseVerb, expectVerbs } from './fixtures/palette';
import { expect, test } from './fixtures/test';

test('the palette offers every verb of the room while it can be done, and does it', async ({ enter, machine }) => {
  test.setTimeout(120_000);
  const robot = await machine('responder');
  const number = await robot.declare({ title: 'The radio is silent', severity: 'High' });
  const path = `/incidents/${number}`;
  const [ada, bea] = await Promise.all([enter('ada', path), enter('bea', path)]);
  for (const page of [ada, bea]) await expectLive(page);

  await expectVerbs(
    ada,
    ['Take command', 'Join as responder', 'Merge as a duplicate', 'Cancel it as a false alarm', 'Export as CSV'],
    ['Hand over', 'Leave as responder', 'Relieve', 'Reopen', 'Close the incident', 'Confirm no change', 'Object'],
  );
  await chooseVerb(ada, 'Take command');
  await expect(bea.getByText('Ada King commands')).toBeVisible();
  await expectVerbs(ada, ['Hand over', 'Leave as responder'], ['Take command', 'Lay down', 'Join as responder']);
  await expectVerbs(bea, ['Join as responder'], ['Take command', 'Hand over', 'Relieve Ada King']);

  // A task: read back, passed on, finished.
  await robot.post(`/${number}/tasks`, { title: 'Climb the mast', assignee: 'ada', boxMinutes: 30 });
  await expect(ada.getByRole('button', { name: /Climb the mast/ })).toBeVisible();
  await expectVerbs(bea, ['Finish “Climb the mast” (Ada King)'], ['Read back “Climb the mast”']);
  await chooseVerb(ada, 'Read back “Climb the mast”');
  await ada.getByLabel('Say in your own words').fill('I take the ladder');
  await press(ada, 'Control+Enter');
  await expect(bea.getByText('understood', { exact: true })).toBeVisible();
  await expectVerbs(ada, ['Finish “Climb the mast”'], ['Read back']);
  await chooseVerb(ada, 'Pass on “Climb the mast”');
  await choose(ada, 'To whom', 'Bea Lind');
  await press(ada, 'Control+Enter');
  await expectVerbs(bea, ['Read back “Climb the mast”']);
  await chooseVerb(bea, 'Finish “Climb the mast”');
  await bea.getByLabel('What came of it').fill('The aerial is back on');
  await press(bea, 'Control+Enter');
  await expect(ada.getByText('1 ended')).toBeVisible();
  await expectVerbs(bea, [], ['“Climb the mast”']);

  // A decision: objected to once, and by others only.
  await press(bea, 'x');
  await bea.getByLabel('We will').fill('switch to the old transmitter');
  await bea.getByRole('radio', { name: '10 min' }).check();
  const propose = bea.getByRole('dialog', { name: 'Propose a decision' });
  await propose.getByRole('button', { name: 'Propose' }).click();
  await expect(ada.getByText('switch to the old transmitter').first()).toBeVisible();
  await expectVerbs(bea, ['Withdraw “switch to'], ['Object to “switch to']);
  await chooseVerb(ada, 'Object to “switch to the old transmitter”');
  await ada.getByLabel('Why it would do harm').fill('It has no licence');
  await press(ada, 'Control+Enter');
  await expect(bea.getByText('Ada King objected: It has no licence')).toBeVisible();
  await expectVerbs(ada, ['Withdraw “switch to'], ['Object to']);

  // A handover: offered, withdrawn, offered, declined.
  const offer = async () => {
    await chooseVerb(ada, 'Hand over');
    await choose(ada, 'To', 'Bea Lind');
    await press(ada, 'Control+Enter');
    await expect(bea.getByRole('region', { name: 'Ada King offers you command' })).toBeVisible();
  };
  await offer();
  await expectVerbs(bea, ['Accept command', 'Decline command'], ['Withdraw the offer']);
  await chooseVerb(ada, 'Withdraw the offer of command to Bea Lind');
  await expect(bea.getByRole('region', { name: 'Ada King offers you command' })).toBeHidden();
  await expectVerbs(bea, [], ['Accept command', 'Decline command']);
  await offer();
  await chooseVerb(bea, 'Decline command');
  const decline = bea.getByRole('dialog', { name: 'Decline the handover' });
  await decline.getByRole('button', { name: 'Decline' }).click();
  await expect(bea.getByRole('region', { name: 'Ada King offers you command' })).toBeHidden();
  await expect(ada.getByRole('list', { name: 'Messages' }).getByText('Bea Lind declined command.')).toBeVisible();
  await expectVerbs(ada, ['Hand over'], ['Withdraw the offer']);

  // The timeline: pin what is newest, or what was walked to; everything as a file.
  await chooseVerb(ada, 'Show everything');
  const timeline = ada.getByRole('region', { name: 'Timeline' });
  const oldest = timeline.getByRole('listitem').filter({ hasText: 'declared “The radio is silent”' });
  await oldest.getByRole('button', { name: 'What to do with this fact' }).focus();
  await chooseVerb(ada, 'Pin: machine responder declared');
  await expect(oldest.getByLabel('Pinned')).toBeVisible();
  await expectVerbs(ada, ['Unpin: machine responder declared', 'Show key moments'], ['Show everything']);
  const file = ada.waitForEvent('download');
  await chooseVerb(ada, 'Export as CSV');
  expect((await file).suggestedFilename()).toMatch(/\.csv$/);

  await chooseVerb(ada, 'Cancel it as a false alarm');
  await ada.getByLabel('Why was it a false alarm?').fill('The volume was down');
  await press(ada, 'Control+Enter');
  await expect(ada.getByText(/Ada King commanded/)).toBeVisible();
  await expectVerbs(
    ada,
    ['Reopen it as investigating', 'Add an event', 'Export as JSON'],
    ['Assign a task', 'Cancel it'],
  );
  await chooseVerb(ada, 'Reopen it as investigating');
  await ada.getByLabel('Why does it start again?').fill('It was up all along');
  await press(ada, 'Control+Enter');
  await expect(bea.getByText('Ada King commands')).toBeVisible();
});

test('what is typed into the palette stays, however soon it was opened again', async ({ enter }) => {
  const page = await enter('ada', '/');
  await expectLive(page);
  await press(page, 'Control+k');
  const words = page.getByPlaceholder(/Find an incident/);
  await expect(words).toBeFocused();
  // Faster than any hand, before the first palette has given back the focus.
  await page.evaluate(async () => {
    const key = (init: KeyboardEventInit) =>
      document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, ...init }));
    const rendered = async () => {
      for (let turn = 0; turn < 50; turn += 1) await Promise.resolve();
    };
    key({ key: 'Escape' });
    await rendered();
    key({ key: 'k', code: 'KeyK', ctrlKey: true });
    await rendered();
    const input = document.querySelector<HTMLInputElement>('[cmdk-input]');
    if (!input) throw new Error('The palette did not open.');
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, 'people');
    input.dispatchEvent(new Event('input', { bubbles: true }));
    await new Promise((resolve) => setTimeout(resolve));
    await new Promise((resolve) => setTimeout(resolve));
  });
  await expect(words).toHaveValue('people');
});

test('an observer finds in the palette what may be read, and nothing to change', async ({ enter, machine }) => {
  const robot = await machine('responder');
  const number = await robot.declare({ title: 'The bell rings twice', severity: 'High' });
  await robot.post(`/${number}/tasks`, { title: 'Find the bell', assignee: 'bea', boxMinutes: 30 });
  const eve = await enter('eve', `/incidents/${number}`);
  await expectLive(eve);
  const none = ['Take', 'Join', 'Finish', 'Pin:', 'Move to', 'Cancel it', 'Assign', 'Write update', 'Merge', 'Rename'];
  await expectVerbs(eve, ['Export as Markdown', 'Copy a link to', 'Jump to a moment', 'Board'], none);
});
