import { type Page } from '@playwright/test';
import { choose, expectLive, expectNotice, MINUTE, postUpdate, press } from './fixtures/acts';
import { expect, test } from './fixtures/test';

const timeline = (page: Page) => page.getByRole('region', { name: 'Timeline' });
const overdue = (page: Page) => page.getByRole('region', { name: 'Now' }).getByRole('timer');

/** Resolves with the moment at which `text` first stood on the page, in milliseconds of the wall clock. */
function momentOf(page: Page, text: string): Promise<number> {
  return page.evaluate(
    (wanted) =>
      new Promise<number>((resolve) => {
        const look = () => {
          if (!document.body.innerText.includes(wanted)) return false;
          resolve(performance.timeOrigin + performance.now());
          return true;
        };
        if (look()) return;
        const observer = new MutationObserver(() => look() && observer.disconnect());
        observer.observe(document.body, { childList: true, subtree: true, characterData: true });
      }),
    text,
  );
}

test('an incident lives from its declaration to its end, the same in every browser', async ({
  app,
  clock,
  enter,
  machine,
}) => {
  test.setTimeout(300_000);
  const robot = await machine('responder');
  // Ada leads the company, Bea and Cy work on it, Di only looks at the board until she is asked.
  const [ada, bea, cy, di] = await Promise.all([enter('ada'), enter('bea'), enter('cy'), enter('di')]);
  const everyone = [ada, bea, cy, di];
  let [boss, mate] = [bea, cy];
  let [bossName, mateName] = ['Bea Lind', 'Cy Tan'];

  await test.step('Ada declares it with a key, wherever she is', async () => {
    await expectLive(ada);
    await press(ada, 'd');
    const dialog = ada.getByRole('dialog', { name: 'Declare an incident' });
    await dialog.getByLabel('What is wrong?').fill('Card payments fail at checkout');
    await dialog.getByRole('radio', { name: 'Critical' }).check();
    await choose(ada, 'Services', 'Checkout');
    await press(ada, 'Escape Control+Enter');
    await expect(ada).toHaveURL(/\/incidents\/1$/);
    await expect(ada.getByRole('heading', { name: 'Card payments fail at checkout' })).toBeVisible();
    await expectLive(ada);
  });

  await test.step('the others are told where they are, and two of them go and join', async () => {
    await expect(di.getByRole('link', { name: 'Card payments fail at checkout' })).toBeVisible();
    for (const page of [bea, cy]) {
      await page.getByRole('button', { name: 'Notices, 1 unread' }).click();
      await page.getByRole('link', { name: /declared “Card payments fail/ }).click();
      await expect(page).toHaveURL(/\/incidents\/1$/);
      await page.getByRole('button', { name: 'Join', exact: true }).click();
    }
    await expect(ada.getByRole('region', { name: 'Responders' })).toContainText('2');
    await expect(bea.getByRole('button', { name: 'Notices', exact: true })).toBeVisible();
  });

  await test.step('two take command in the same moment: one has it, the other reads who', async () => {
    const arrived: (() => void)[] = [];
    const gate = (page: Page) =>
      page.route('**/incidents/1', async (route) => {
        if (route.request().method() === 'POST') {
          await new Promise<void>((open) => {
            arrived.push(open);
            if (arrived.length === 2) for (const each of arrived) each();
          });
        }
        await route.continue();
      });
    await Promise.all([gate(bea), gate(cy)]);
    await Promise.all([press(bea, 'c'), press(cy, 'c')]);
    const won = async () => (await robot.facts(1)).filter(({ kind }) => kind === 'role.taken');
    await expect.poll(won).toHaveLength(1);
    const [winner] = await won();
    if (winner?.actor.name === 'Cy Tan') {
      [boss, mate] = [cy, bea];
      [bossName, mateName] = ['Cy Tan', 'Bea Lind'];
    }
    await expect(mate.getByText(`${bossName} is commander since a moment ago. Ask for a handover.`)).toBeVisible();
    for (const page of [ada, bea, cy]) await expect(page.getByText(`${bossName} commands`)).toBeVisible();
    await expect(mate.getByRole('button', { name: 'Take command' })).toBeHidden();
    expect(await won()).toHaveLength(1);
    await Promise.all([bea.unrouteAll(), cy.unrouteAll()]);
  });

  await test.step('the commander makes Di deputy, and she is told', async () => {
    await press(boss, 'r');
    const dialog = boss.getByRole('dialog', { name: 'Take or assign a role' });
    await dialog.getByRole('radio', { name: 'Deputy' }).check();
    await choose(boss, 'Who', 'Di Rossi');
    await dialog.getByRole('button', { name: 'Assign role' }).click();
    await expectNotice(di, `${bossName} made Di Rossi deputy.`);
  });

  await test.step('the first update is on every screen within a moment', async () => {
    await press(boss, 'u');
    const form = boss.getByRole('form', { name: 'Update' });
    await form.getByLabel('Status', { exact: true }).fill('38 % of card payments fail.');
    await expect(mate.getByText(`${bossName} is writing an update`)).toBeVisible();
    await form.getByLabel('Actions', { exact: true }).fill('We read the release of 14:05.');
    await form.getByLabel('Next', { exact: true }).fill('Roll it back if it is the cause.');
    await form.getByLabel('Unknown, next estimate at').check();
    const posted = boss.evaluate(
      () =>
        new Promise<number>((resolve) =>
          document.addEventListener('submit', () => resolve(performance.timeOrigin + performance.now()), true),
        ),
    );
    const seen = Promise.all([ada, mate].map((page) => momentOf(page, '38 % of card payments fail.')));
    await form.getByRole('button', { name: 'Post update' }).click();
    const at = await posted;
    const took = (await seen).map((moment) => Math.round(moment - at));
    test.info().annotations.push({ type: 'pressed → on another screen', description: `${took.join(' ms, ')} ms` });
    console.log(`    an update pressed in one browser stood on the others after ${took.join(' and ')} ms`);
    expect(Math.max(...took)).toBeLessThan(1_500);
    await expect(di.getByText('38 % of card payments fail.')).toBeVisible();
  });

  await test.step('the tab counts down, and updates in time keep the score', async () => {
    await clock.advance(14 * MINUTE);
    for (const page of everyone) await expect(page).toHaveTitle(/^00:\d\d · /);
    await postUpdate(boss, { Status: '40 % of card payments fail.' });
    for (const page of [ada, mate]) {
      await expect(page.getByRole('region', { name: 'Now' })).toContainText('40 % of card payments fail.');
      await expect(page.getByText('100 % on time')).toBeVisible();
      await expect(page).toHaveTitle(/^1[45]:\d\d · /);
    }
  });

  await test.step('“no change” is one key, and the third in a row asks for a hypothesis', async () => {
    for (const time of [1, 2, 3]) {
      await clock.advance(10 * MINUTE);
      await expect(boss).toHaveTitle(/^0[45]:\d\d · /);
      await press(boss, 'n');
      const dialog = boss.getByRole('dialog', { name: 'No change' });
      const confirm = dialog.getByRole('button', { name: 'Confirm no change' });
      await confirm.click();
      if (time === 3) {
        await expect(dialog.getByText('This is the third “no change” in a row.')).toBeVisible();
        await expect(dialog.getByLabel('New hypothesis')).toHaveAccessibleDescription(/\S/);
        await dialog.getByLabel('New hypothesis').fill('The new card form drops the 3-D Secure step.');
        await confirm.click();
      }
      await expect(dialog).toBeHidden();
      await expect(mate).toHaveTitle(/^1[45]:\d\d · /);
    }
  });

  await test.step('missed, it stands in red, and calls the deputy, then the room, then whoever owns it', async () => {
    await robot.post('/1/phase', { to: 'investigating' });
    await clock.reach((await robot.read(1)).updateDueAt ?? '');
    for (const page of [ada, boss, mate]) {
      await expect(overdue(page)).toHaveAttribute('data-overdue', 'true');
      await expect(page).toHaveTitle(/overdue · /);
    }
    const red = await overdue(ada).evaluate((timer) => {
      const probe = document.body.appendChild(document.createElement('i'));
      probe.style.color = 'var(--overdue)';
      const { color } = getComputedStyle(probe);
      probe.remove();
      return [getComputedStyle(timer).color, color];
    });
    expect(red[0]).toBe(red[1]);
    await expectNotice(boss, 'An update is due.');
    await clock.advance(2 * MINUTE);
    await expectNotice(di, 'the deputy and the communications lead were nudged');
    await clock.advance(3 * MINUTE);
    await expectNotice(mate, 'everyone in the room and the service’s leads were told');
    await clock.advance(5 * MINUTE);
    await expectNotice(ada, 'administrators and the service’s leads were told');
    await expect(di.getByText(/\+10:\d\d overdue/)).toBeVisible();
  });

  await test.step('only a human’s update sets it back; it starts from what happened meanwhile', async () => {
    await robot.post('/1/updates', {
      status: 'Error rate 39 %.',
      actions: 'none',
      next: 'none',
      estimate: { kind: 'unknown' },
    });
    await expect(boss.getByRole('region', { name: 'Now' })).toContainText('machine responder by token');
    await expect(overdue(boss)).toHaveAttribute('data-overdue', 'true');
    await press(boss, 'u');
    const since = boss.getByRole('form', { name: 'Update' }).getByRole('listitem');
    await expect(since.filter({ hasText: 'from triage to investigating' })).toBeVisible();
    await press(boss, 'Escape');
    await postUpdate(boss, {
      Status: '39 % of card payments fail.',
      Actions: 'We prepare a rollback.',
      Next: 'Roll back, then watch.',
    });
    for (const page of [ada, mate]) {
      await expect(page).toHaveTitle(/^1[45]:\d\d · /);
      await expect(page.getByText('83 % on time')).toBeVisible();
    }
  });

  await test.step('a task is given to a person, read back, comes back when its time is up, and ends with a result', async () => {
    await press(boss, 't');
    const dialog = boss.getByRole('dialog', { name: 'Assign a task' });
    await dialog.getByLabel('What is to be done').fill('Roll back release 2026-11-21.3');
    await choose(boss, 'By whom', mateName);
    await dialog.getByRole('radio', { name: '10 min' }).check();
    await dialog.getByRole('button', { name: 'Assign task' }).click();
    await expect(dialog).toBeHidden();

    await expectNotice(mate, `asked ${mateName} to: Roll back release`);
    const tasks = (page: Page) => page.getByRole('region', { name: 'Tasks' });
    await expect(tasks(mate).getByText('read back')).toBeVisible();
    await tasks(mate)
      .getByRole('button', { name: /Roll back release/ })
      .click();
    await mate
      .getByLabel('Say in your own words what you will do')
      .fill('Deploy 2026-11-21.2, then look at the graph.');
    await mate.getByRole('button', { name: 'Read back' }).click();
    await expect(tasks(boss).getByRole('img', { name: 'understood' })).toBeVisible();

    await clock.advance(10 * MINUTE);
    for (const page of [boss, mate]) await expect(tasks(page).getByText('back', { exact: true })).toBeVisible();
    await expectNotice(boss, '“Roll back release 2026-11-21.3” came back');
    await tasks(mate)
      .getByRole('button', { name: /Roll back release/ })
      .click();
    await mate.getByRole('button', { name: 'Done', exact: true }).click();
    await mate.getByLabel('What came of it').fill('Rolled back at 14:58.');
    await mate.getByRole('button', { name: 'Done', exact: true }).click();
    await expect(tasks(boss).getByText('1 ended')).toBeVisible();
  });

  await test.step('a decision waits a minute for objections and is recorded with them', async () => {
    await press(boss, 'x');
    const dialog = boss.getByRole('dialog', { name: 'Propose a decision' });
    await dialog.getByLabel('We will').fill('freeze all releases until tomorrow');
    await dialog.getByRole('button', { name: 'Propose', exact: true }).click();
    const decisions = (page: Page) => page.getByRole('region', { name: 'Decisions' });
    await decisions(mate).getByRole('button', { name: 'Object' }).click();
    await mate.getByLabel('Why it would do harm').fill('The fix itself needs a release.');
    await mate.getByRole('dialog', { name: 'Object' }).getByRole('button', { name: 'Object' }).click();
    await expect(decisions(boss).getByText(`${mateName} objected: The fix itself needs a release.`)).toBeVisible();
    await clock.advance(61_000);
    for (const page of [ada, boss, mate]) {
      await expect(decisions(page).getByRole('img', { name: 'recorded' })).toBeVisible();
    }
  });

  await test.step('command passes when the other has read the brief and accepts, not before', async () => {
    await press(boss, 'h');
    const dialog = boss.getByRole('dialog', { name: 'Hand over' });
    await choose(boss, 'To', mateName);
    await expect(dialog.getByLabel('Brief')).toHaveValue(/39 % of card payments fail/);
    await dialog.getByRole('button', { name: 'Offer handover' }).click();
    const offer = mate.getByRole('region', { name: `${bossName} offers you command` });
    await expect(offer.getByText(/39 % of card payments fail/).first()).toBeVisible();
    await expect(ada.getByText(`${bossName} commands`)).toBeVisible();
    await press(mate, 'a');
    for (const page of [ada, boss, mate]) await expect(page.getByText(`${mateName} commands`)).toBeVisible();
    await expect(offer).toBeHidden();
    await expectNotice(boss, `${mateName} accepted command from ${bossName}.`);
  });

  await test.step('severity is lowered only with a reason', async () => {
    await press(mate, 's');
    const dialog = mate.getByRole('dialog', { name: 'How bad is it?' });
    await dialog.getByRole('radio', { name: 'High' }).check();
    const change = dialog.getByRole('button', { name: 'Change to High' });
    await change.click();
    await expect(dialog.getByLabel('Why is it less bad?')).toHaveAttribute('aria-invalid', 'true');
    await dialog.getByLabel('Why is it less bad?').fill('Payments work again for most.');
    await change.click();
    await expect(ada.getByRole('button', { name: 'High , change the severity' })).toBeVisible();
  });

  await test.step('it moves through its phases to the end, and the map says where it is', async () => {
    const stage = (page: Page) =>
      page
        .getByRole('list', { name: 'Life of the incident' })
        .getByRole('listitem')
        .and(page.locator('[aria-current]'));
    for (const [phase, on] of [
      ['identified', 'mitigate'],
      ['monitoring', 'communicate'],
      ['resolved', 'resolve'],
      ['closed', 'learn'],
    ] as const) {
      await press(mate, 'p');
      const dialog = mate.getByRole('dialog', { name: /Where are we now|Go on from here/ });
      await dialog.getByRole('radio', { name: phase }).check();
      await dialog.getByRole('button', { name: `Move to ${phase}` }).click();
      await expect(dialog).toBeHidden();
      for (const page of [ada, boss, mate]) await expect(stage(page)).toContainText(on);
    }
    await expect(ada.getByText('No update is owed any more.')).toBeVisible();
    await expect(di.getByText('All quiet. Nothing is open.')).toBeVisible();
  });

  await test.step('every step is on the timeline, and in the export in order', async () => {
    const facts = await robot.facts(1);
    expect(facts.map(({ seq }) => seq)).toEqual(facts.map((_, index) => index + 1));
    const told = facts.map(({ kind }) => kind);
    for (const kind of [
      ...['incident.declared', 'responder.joined', 'role.taken', 'role.assigned', 'update.posted', 'cadence.due'],
      ...['cadence.overdue', 'task.assigned', 'task.understood', 'task.came-back', 'task.done', 'decision.proposed'],
      ...['decision.objected', 'decision.recorded', 'handover.offered', 'handover.accepted', 'severity.changed'],
      'phase.changed',
    ] as const) {
      expect(told).toContain(kind);
    }
    expect(told).not.toContain('commander.away');
    expect(facts.flatMap((fact) => (fact.kind === 'cadence.overdue' ? [fact.data.level] : []))).toEqual([
      'nudge',
      'room',
      'unowned',
    ]);

    // A screen tall enough to draw all of them.
    await ada.setViewportSize({ width: 1440, height: 6_000 });
    await timeline(ada).getByRole('link', { name: 'Everything' }).click();
    for (const text of [
      'declared “Card payments fail at checkout”, Critical.',
      `${bossName} took command.`,
      'The new card form drops the 3-D Secure step.',
      'The update is 10 minutes overdue',
      'finished “Roll back release 2026-11-21.3”: Rolled back at 14:58.',
      `${mateName} objected: The fix itself needs a release.`,
      'changed the severity from Critical to High: Payments work again for most.',
      'moved it from resolved to closed.',
    ]) {
      await expect(timeline(ada).getByRole('listitem').filter({ hasText: text }).first()).toBeVisible();
    }

    const json = (await (await ada.request.get('/incidents/1/export?format=json')).json()) as {
      facts: { seq: number }[];
    };
    expect(json.facts.map(({ seq }) => seq)).toEqual(facts.map(({ seq }) => seq));
    const markdown = await (await ada.request.get('/incidents/1/export?format=md')).text();
    const places = ['took command', '40 % of card', '3-D Secure', 'Roll back release', 'accepted command', 'to closed'];
    expect(places.map((text) => markdown.indexOf(text))).toEqual(
      places.map((text) => markdown.indexOf(text)).toSorted((a, b) => a - b),
    );
    expect(markdown).toContain('took command');
    expect(app.output).not.toMatch(/"level":(50|60)/);
  });
});
