import { expect, test } from './fixtures/test';
import { expectAccessible } from './fixtures/axe';

const MINUTE = 60_000;

test.describe('the room', () => {
  test('two people write an update at once: the second reads the first, and nothing is lost', async ({
    enter,
    machine,
  }) => {
    const number = await (await machine('responder')).declare({ title: 'Card payments fail', severity: 'Critical' });
    const path = `/incidents/${number}`;
    const [ada, bea] = [await enter('ada', path), await enter('bea', path)];
    await expect(ada.getByText('live', { exact: true })).toBeVisible();
    await expect(bea.getByText('live', { exact: true })).toBeVisible();

    // One screen: the page itself never scrolls on a desk.
    expect(await ada.evaluate(() => document.documentElement.scrollHeight - innerHeight)).toBeLessThanOrEqual(0);

    await ada.keyboard.press('u');
    await ada.getByLabel('Status').fill('502 for every third card');
    await ada.getByLabel('Actions').fill('Cy looks at the proxies');
    await expect(bea.getByText('Ada King is writing an update')).toBeVisible();
    await bea.keyboard.press('u');
    await bea.getByLabel('Status').fill('Cards fail in Europe');

    // A reload in the middle of a sentence costs nothing.
    await ada.reload();
    await ada.getByRole('button', { name: 'Go on with update' }).click();
    await expect(ada.getByLabel('Status')).toHaveValue('502 for every third card');
    await ada.getByLabel('Next', { exact: true }).fill('Restart them');
    await expect(ada.getByRole('radio', { name: 'Unknown' })).toBeChecked();
    await ada.getByRole('radio', { name: 'Over by a time' }).check();
    await ada.keyboard.press('ControlOrMeta+Enter');
    await expect(ada.getByRole('region', { name: 'Now' })).toContainText('502 for every third card');

    const theirs = bea.getByRole('alert').filter({ hasText: 'Ada King posted an update' });
    await expect(theirs).toBeVisible();
    await expect(bea.getByText('Ada King: 502 for every third card')).toBeVisible();
    await expect(bea.getByRole('button', { name: 'Post update' })).toBeDisabled();
    await expect(bea.getByLabel('Status')).toHaveValue('Cards fail in Europe');
    await bea.getByRole('button', { name: 'I have read it' }).click();
    for (const field of ['Actions', 'Next']) await bea.getByLabel(field, { exact: true }).fill(`${field} by Bea`);
    await bea.getByRole('radio', { name: 'Unknown' }).check();
    await bea.getByLabel('Phase', { exact: true }).selectOption('investigating');
    await bea.keyboard.press('ControlOrMeta+Enter');
    await expect(ada.getByRole('region', { name: 'Now' })).toContainText('Cards fail in Europe');
    await expect(ada.getByRole('list', { name: 'Life of the incident' })).toContainText(
      /mitigate\s*investigating for \d+ s/,
    );
  });

  test('a due update offers what happened since; the third “no change” asks for more', async ({
    enter,
    machine,
    clock,
  }) => {
    const robot = await machine('responder');
    const number = await robot.declare({ title: 'Search is slow', severity: 'High' });
    const ada = await enter('ada', `/incidents/${number}`);
    await expect(ada.getByText('live', { exact: true })).toBeVisible();
    await ada.keyboard.press('c');
    await expect(ada.getByText('You decide and you delegate')).toBeVisible();
    await clock.advance(15 * MINUTE + 1_000);
    await expect(ada.getByText('update owed since')).toBeVisible();
    await expect(ada).toHaveTitle(/^\+00:\d\d overdue · INC-/);

    await ada.keyboard.press('u');
    await ada.getByRole('button', { name: 'Add to status' }).click();
    await expect(ada.getByLabel('Status')).toHaveValue(/Ada King took command\./);
    await ada.getByLabel('Actions').fill('Reading the query log');
    await ada.getByLabel('Next', { exact: true }).fill('Find the slow query');
    await ada.getByRole('radio', { name: 'Unknown' }).check();
    await ada.keyboard.press('ControlOrMeta+Enter');
    await expect(ada.getByText('next update by')).toBeVisible();

    for (const _time of [1, 2]) {
      await ada.keyboard.press('n');
      await ada.getByRole('radio', { name: /^Holds/ }).press('Enter');
      await expect(ada.getByRole('dialog')).toBeHidden();
    }
    await ada.keyboard.press('n');
    await expect(ada.getByText('the third “no change” in a row')).toBeVisible();
    await ada.keyboard.press('ControlOrMeta+Enter');
    await expect(ada.getByLabel('New hypothesis')).toHaveAttribute('aria-invalid', 'true');
    await ada.getByLabel('New hypothesis').fill('The index was dropped by the last migration');
    await ada.keyboard.press('ControlOrMeta+Enter');
    await expect(ada.getByRole('dialog')).toBeHidden();
    await expect(ada.getByText('New hypothesis: The index was dropped')).toBeVisible();

    await ada.keyboard.press('z');
    await ada.getByLabel('Why').fill('On the phone with the vendor');
    await ada.keyboard.press('ControlOrMeta+Enter');
    await expect(ada.getByText(', snoozed')).toBeVisible();
    await expect(ada.getByRole('button', { name: 'Snooze' })).toHaveAttribute('aria-disabled', 'true');
  });

  test('command passes by offer and answer, with a brief; a task comes back to both', async ({
    enter,
    machine,
    clock,
  }) => {
    const number = await (await machine('responder')).declare({ title: 'Ledger is stuck', severity: 'High' });
    const path = `/incidents/${number}`;
    const [ada, bea] = [await enter('ada', path), await enter('bea', path)];
    await expect(ada.getByText('live', { exact: true })).toBeVisible();
    await expect(bea.getByText('live', { exact: true })).toBeVisible();
    await ada.getByRole('button', { name: 'Take command' }).click();
    await expect(bea.getByText('Ada King commands')).toBeVisible();

    const offer = async () => {
      await ada.keyboard.press('h');
      await ada.getByRole('button', { name: 'To', exact: true }).click();
      await ada.getByPlaceholder('Type to find').fill('Bea');
      await ada.keyboard.press('Enter');
      await expect(ada.getByLabel('Brief')).toHaveValue(/\*\*Situation\*\*\n- Ledger is stuck: High, triage/);
      await ada.keyboard.press('ControlOrMeta+Enter');
    };
    await offer();
    const banner = bea.getByRole('region', { name: 'Ada King offers you command' });
    await expect(banner).toContainText('Ledger is stuck: High');
    await expectAccessible(bea);
    await banner.getByRole('button', { name: 'Decline' }).click();
    await bea.getByLabel('Why').fill('On a train');
    await bea.keyboard.press('ControlOrMeta+Enter');
    await expect(banner).toBeHidden();
    await expect(ada.getByText('Ada King commands')).toBeVisible();
    await offer();
    await expect(banner).toBeVisible();
    await bea.keyboard.press('a');
    await expect(ada.getByText('Bea Lind commands')).toBeVisible();
    await expect(ada.getByText('offered to')).toBeHidden();

    await bea.keyboard.press('t');
    await bea.getByLabel('What is to be done').fill('Restart the ledger');
    await bea.getByRole('button', { name: 'By whom' }).click();
    await bea.getByPlaceholder('Type to find').fill('Ada');
    await bea.keyboard.press('Enter');
    await bea.getByRole('radio', { name: '5 min', exact: true }).check();
    await bea.keyboard.press('ControlOrMeta+Enter');
    await ada.getByRole('button', { name: /Restart the ledger/ }).click();
    await ada.getByLabel('Say in your own words').fill('I restart it node by node');
    await ada.keyboard.press('ControlOrMeta+Enter');
    await expect(bea.getByText('understood', { exact: true })).toBeVisible();
    await clock.advance(5 * MINUTE + 1_000);
    await expect(bea.getByRole('button', { name: /Restart the ledger\s*time is up/ })).toBeVisible();
    await bea.getByRole('button', { name: /Restart the ledger/ }).click();
    await bea.getByRole('radio', { name: '10 min' }).check();
    await bea.keyboard.press('ControlOrMeta+Enter');
    await ada.getByRole('button', { name: /Restart the ledger/ }).click();
    await ada.getByRole('button', { name: 'Done' }).click();
    await ada.getByLabel('What came of it').fill('It posts again');
    await ada.keyboard.press('ControlOrMeta+Enter');
    await expect(bea.getByText('1 ended')).toBeVisible();
  });

  test('an act done offline waits in sight and can be taken back; whoever loses access is put out', async ({
    enter,
    machine,
  }) => {
    const robot = await machine('responder');
    const number = await robot.declare({ title: 'A laptop was stolen', severity: 'High' });
    const path = `/incidents/${number}`;
    const [ada, bea] = [await enter('ada', path), await enter('bea', path)];
    await expect(bea.getByText('live', { exact: true })).toBeVisible();
    await ada.getByRole('button', { name: 'Take command' }).click();
    await expect(bea.getByText('Ada King commands')).toBeVisible();

    // The dialogs' code is fetched ahead a little after the page; opening one makes sure of it.
    await bea.keyboard.press('x');
    await expect(bea.getByRole('dialog')).toBeVisible();
    await bea.keyboard.press('Escape');
    await expect(bea.getByRole('dialog')).toBeHidden();
    await bea.context().setOffline(true);
    await expect(bea.getByText('offline', { exact: true })).toBeVisible();
    for (const text of ['lock the account', 'call the police']) {
      await bea.keyboard.press('x');
      await bea.getByLabel('We will').fill(text);
      await bea.keyboard.press('ControlOrMeta+Enter');
      await expect(bea.getByRole('dialog')).toBeHidden();
    }
    const waiting = bea.getByRole('list', { name: 'Waiting for a connection' }).getByRole('listitem');
    await expect(waiting).toHaveCount(2);
    await waiting.last().getByRole('button', { name: 'Take back' }).click();
    await expect(waiting).toHaveCount(1);
    await bea.context().setOffline(false);
    await expect(waiting).toHaveCount(0);
    await expect(ada.getByText('lock the account')).toBeVisible();
    const proposed = (await robot.facts(number)).filter(({ kind }) => kind === 'decision.proposed');
    expect(proposed).toHaveLength(1);

    await ada.keyboard.press('i');
    await ada.keyboard.press('a');
    await ada.getByRole('radio', { name: /^Named people/ }).check();
    await ada.getByRole('button', { name: 'Save access' }).click();
    await expect(bea.getByText(`You no longer see INC-${number}`)).toBeVisible();
    await expect(bea.getByText('A laptop was stolen')).toBeHidden();
  });

  test('the page is whole without a script, and its scripts are small', async ({ enter, machine }) => {
    const number = await (await machine('responder')).declare({ title: 'Mail is late', severity: 'Medium' });
    const plain = await enter('ada', `/incidents/${number}`, { javaScriptEnabled: false });
    await expect(plain.getByRole('heading', { name: 'Mail is late' })).toBeVisible();
    await expect(plain.getByText('next update by')).toBeVisible();
    await expect(plain.getByText('Nobody commands')).toBeVisible();
    await expect(plain.getByText('declared “Mail is late”')).toBeVisible();

    const ada = await enter('ada', `/incidents/${number}`);
    await expect(ada.getByText('live', { exact: true })).toBeVisible();
    const scripts = await ada.evaluate(() =>
      (performance.getEntriesByType('resource') as PerformanceResourceTiming[])
        .filter(({ name }) => new URL(name).pathname.endsWith('.js'))
        .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0),
    );
    test.info().annotations.push({ type: 'scripts until live', description: `${Math.round(scripts / 1024)} KiB` });
    expect(scripts).toBeGreaterThan(0);
    expect(scripts).toBeLessThan(280 * 1024);
  });

  test('a page older than its server says so, keeps what was written, and is whole after a reload', async ({
    enter,
    machine,
  }) => {
    const number = await (await machine('responder')).declare({ title: 'Maps do not load', severity: 'High' });
    const ada = await enter('ada', `/incidents/${number}`);
    await expect(ada.getByText('live', { exact: true })).toBeVisible();
    // What Next answers to a call that a newer build does not know.
    await ada.route(`**/incidents/${number}`, (route) =>
      route.request().method() === 'POST'
        ? route.fulfill({ status: 404, headers: { 'x-nextjs-action-not-found': '1' }, body: '' })
        : route.continue(),
    );
    await ada.keyboard.press('u');
    await ada.getByLabel('Status').fill('Tiles answer 404');
    await ada.getByLabel('Actions').fill('Reading the edge log');
    await ada.getByLabel('Next', { exact: true }).fill('Purge the cache');
    await ada.getByRole('radio', { name: 'Unknown' }).check();
    await ada.keyboard.press('ControlOrMeta+Enter');
    await expect(
      ada.getByRole('alert').filter({ hasText: 'This page is older than the server' }).first(),
    ).toBeVisible();
    await ada.unrouteAll();
    await ada.getByRole('button', { name: 'Reload' }).click();
    await ada.getByRole('button', { name: 'Go on with update' }).click();
    await ada.getByRole('button', { name: 'Post update' }).click();
    await expect(ada.getByRole('region', { name: 'Now' })).toContainText('Tiles answer 404');
  });
});
