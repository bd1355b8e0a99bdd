import { expectAccessibleNightAndDay } from './fixtures/axe';
import { choose, press } from './fixtures/acts';
import { hydrated } from './fixtures/hydrated';
import { berlinDay, dayItem, schedule } from './fixtures/rota';
import { expect, test } from './fixtures/test';

test.use({ timezoneId: 'Europe/Berlin' });

test('an administrator writes a schedule and sees who would be on call', async ({ enter }) => {
  const ada = await enter('ada', '/oncall');
  await hydrated(ada);
  await expect(ada.getByText('No schedules yet')).toBeVisible();
  await press(ada, 'a');
  await expect(ada.getByRole('heading', { name: 'Write a schedule' })).toBeVisible();
  await hydrated(ada);
  await ada.getByLabel('Name', { exact: true }).fill('Payments');
  await expect(ada.getByText(/^Not complete yet\./)).toBeVisible();
  await ada.getByRole('button', { name: 'Save' }).click();
  await expect(ada.getByText('Say who takes turns.').first()).toBeVisible();
  await choose(ada, 'Who takes turns', 'Bea Lind');
  await expect(ada.getByText('covered for four weeks')).toBeVisible();
  await choose(ada, 'Who takes turns', 'Cy Tan');
  await ada.getByLabel('Turns', { exact: true }).selectOption('Daily');
  await expect(ada.getByRole('list', { name: 'The next four weeks' }).getByText('Cy Tan').first()).toBeAttached();
  await expectAccessibleNightAndDay(ada);
  await ada.getByRole('button', { name: 'Save' }).click();
  await expect(ada.getByRole('heading', { name: 'Payments', level: 1 })).toBeVisible();
  await expect(ada.getByText('covered for four weeks')).toBeVisible();
});

test('an override is written, seen by whom it puts on call, and taken back', async ({ enter, machine }) => {
  const address = await schedule(machine, 'Nights');
  const ada = await enter('ada', address);
  await hydrated(ada);
  const night = berlinDay(7);
  await press(ada, 'o');
  const dialog = ada.getByRole('dialog', { name: 'Override' });
  await choose(ada, 'Who', 'Di Rossi');
  await dialog.getByLabel('From').fill(`${night}T20:00`);
  await dialog.getByLabel('Until').fill(`${night}T19:00`);
  await dialog.getByLabel('Why').fill('Concert');
  await dialog.getByRole('button', { name: 'Put on call' }).click();
  await expect(dialog.getByText('It must end after it begins.')).toBeVisible();
  await expect(dialog.getByLabel('Until')).toBeFocused();
  await dialog.getByLabel('Until').fill(`${night}T23:30`);
  await dialog.getByRole('button', { name: 'Put on call' }).click();
  await expect(dialog).toBeHidden();
  await ada.goto(`${address}?on=${night}`);
  await expect(dayItem(ada, night).getByText('20:00–23:30 Di Rossi, by override')).toBeAttached();
  await expectAccessibleNightAndDay(ada);
  await ada.getByRole('link', { name: 'List' }).click();
  const duty = ada.getByRole('row').filter({ hasText: 'Di Rossi' });
  await expect(duty).toContainText('override');
  // A shift that began before the first day of the list says when it did.
  await expect(ada.getByRole('row').nth(1).getByRole('cell').nth(1)).toHaveText(/ 09:00$/);
  await expectAccessibleNightAndDay(ada);

  const di = await enter('di', '/oncall', { timezoneId: 'Europe/Berlin' });
  await expect(di.getByRole('region', { name: 'My shifts' })).toContainText('3 h 30 min');

  await hydrated(ada);
  await ada.getByRole('button', { name: /^Take back: Di Rossi/ }).click();
  await expect(duty).toHaveCount(0);
});

test('dragging over days prefills an override', async ({ enter, machine }) => {
  const address = await schedule(machine, 'Days');
  const ada = await enter('ada', `${address}?view=month&on=${berlinDay(40)}`);
  await hydrated(ada);
  const days = ada.getByRole('list', { name: 'Days' }).locator('[data-day]');
  const [from, to] = [days.nth(8), days.nth(10)];
  const [first, next] = await Promise.all([from, days.nth(11)].map((day) => day.getAttribute('data-day')));
  await from.hover();
  await ada.mouse.down();
  await to.hover();
  await ada.mouse.up();
  const dialog = ada.getByRole('dialog', { name: 'Override' });
  await expect(dialog.getByLabel('From')).toHaveValue(`${first}T00:00`);
  await expect(dialog.getByLabel('Until')).toHaveValue(`${next}T00:00`);
  await expectAccessibleNightAndDay(ada);
});

test('days are marked by keyboard as by dragging', async ({ enter, machine }) => {
  const ada = await enter('ada', `${await schedule(machine, 'Keys')}?view=month&on=${berlinDay(40)}`);
  await hydrated(ada);
  const days = ada.getByRole('list', { name: 'Days' }).locator('[data-day]');
  const [first, next, fourth] = await Promise.all(
    [days.nth(8), days.nth(17), days.nth(4)].map((day) => day.getAttribute('data-day')),
  );
  await days.nth(8).getByRole('button').focus();
  await press(ada, 'Shift+ArrowDown');
  await press(ada, 'Shift+ArrowRight');
  await expect(days.nth(16).getByRole('button')).toBeFocused();
  await press(ada, 'Enter');
  const dialog = ada.getByRole('dialog', { name: 'Override' });
  await expect(dialog.getByLabel('From')).toHaveValue(`${first}T00:00`);
  await expect(dialog.getByLabel('Until')).toHaveValue(`${next}T00:00`);
  await press(ada, 'Escape');
  await expect(days.nth(16).getByRole('button')).toBeFocused();
  await days.nth(3).getByRole('button').click();
  await expect(dialog.getByLabel('Until')).toHaveValue(`${fourth}T00:00`);
});

test('a schedule says who is on call at any moment, and what becomes of a shift when the clocks change', async ({
  enter,
  machine,
}) => {
  const address = await schedule(machine, 'Moments', '02:30');
  const ada = await enter('ada', `${address}?view=list`);
  await hydrated(ada);
  const asked = ada.getByLabel('Who is on call at');
  const jump = `${nextSpring()}T02:30`;
  await asked.fill(jump);
  await ada.getByRole('button', { name: 'Show' }).click();
  const answer = ada.getByRole('status').filter({ hasText: /There is no Sun \d+ Mar 02:30/ });
  await expect(answer).toContainText(/clocks jump\. Sun \d+ Mar 03:00: (Bea Lind|Cy Tan), until Mon \d+ \w+ 02:30/);
  await expect(ada.getByRole('list', { name: 'Clock changes' })).toContainText(
    /go 60 minutes forward\. (Bea Lind|Cy Tan) is on call over it, for 23\.5 hours\. 02:30 is skipped/,
  );
  await expect(asked).toHaveValue(jump);
  await expectAccessibleNightAndDay(ada);
  // The last shift of a week ends in the next.
  await ada.goto(`${address}?view=week&at=${nextSpring()}T22:00`);
  await expect(ada.getByText(/^Sun \d+ Mar 22:00: (Bea Lind|Cy Tan), until Mon \d+ \w+ 02:30$/)).toBeVisible();
});

/** The next day on which Berlin's clocks go forward: the last Sunday of a March. */
function nextSpring(): string {
  const year = Number(berlinDay(0).slice(0, 4));
  const days = [year, year + 1].map((each) => {
    const last = new Date(Date.UTC(each, 2, 31));
    return new Date(last.getTime() - last.getUTCDay() * 86_400_000).toISOString().slice(0, 10);
  });
  return days.find((day) => day > berlinDay(1)) ?? '';
}

test('a responder takes a shift over by keyboard alone, and nobody else may', async ({ enter, machine }) => {
  const address = await schedule(machine, 'Shifts');
  const cy = await enter('cy', `${address}?on=${berlinDay(14)}`);
  await hydrated(cy);
  await cy
    .getByRole('button', { name: /^Override on / })
    .first()
    .focus();
  await press(cy, 'Enter');
  const dialog = cy.getByRole('dialog', { name: 'Override' });
  await expect(dialog.getByText('You take this over.')).toBeVisible();
  await press(cy, 'Control+Enter');
  await expect(dialog).toBeHidden();
  await expect(cy.getByRole('region', { name: 'Overrides in sight' })).toContainText('Cy Tan');
  await expect(cy.getByRole('list', { name: 'Days' }).getByText('00:00–24:00 Cy Tan, by override')).toBeAttached();

  const bea = await enter('bea', cy.url());
  await expect(bea.getByRole('region', { name: 'Overrides in sight' })).toContainText('Cy Tan');
  await expect(bea.getByRole('button', { name: /^Take back/ })).toHaveCount(0);
  await expect(bea.getByRole('link', { name: 'Change' })).toHaveCount(0);
  const eve = await enter('eve', cy.url());
  await expect(eve.getByRole('list', { name: 'Days' })).toBeVisible();
  await expect(eve.getByRole('button', { name: /^Override/ })).toHaveCount(0);

  await cy.getByRole('button', { name: /^Take back: Cy Tan/ }).focus();
  await press(cy, 'Enter');
  const inSight = cy.getByRole('region', { name: 'Overrides in sight' });
  await expect(inSight).toContainText('None.');
  await expect(inSight).toBeFocused();
});

test('turns are put in order by keyboard, and a gap is said in words', async ({ enter, machine }) => {
  const ada = await enter('ada', await schedule(machine, 'Turns'));
  await hydrated(ada);
  await press(ada, 'e');
  await expect(ada.getByRole('heading', { name: 'Change Turns' })).toBeVisible();
  await hydrated(ada);
  const turns = ada.getByRole('list', { name: 'Order of turns' }).getByRole('listitem');
  await expect(turns).toContainText(['Bea Lind', 'Cy Tan']);
  const down = ada.getByRole('button', { name: 'Move Bea Lind down' });
  await down.focus();
  await press(ada, 'Enter');
  await expect(turns).toContainText(['Cy Tan', 'Bea Lind']);
  await expect(down).toBeFocused();
  await ada.getByRole('button', { name: 'Take Bea Lind out' }).press('Enter');
  await expect(turns).toHaveCount(1);
  await expect(ada.getByRole('list', { name: 'Order of turns' })).toBeFocused();
  await ada.getByLabel('On call', { exact: true }).selectOption('Office hours, Mon–Fri 09:00–17:00');
  await expect(ada.getByText(/^Nobody (for|now;) \d+ d .*within four weeks/)).toBeVisible();
  await expectAccessibleNightAndDay(ada);
  await press(ada, 'Control+Enter');
  await expect(ada.getByRole('heading', { name: 'Turns', level: 1, exact: true })).toBeVisible();
  await expect(ada.getByText(/^Nobody (for|now;) \d+ d .*within four weeks/)).toBeVisible();
  await ada.goto('/oncall');
  await expect(ada.getByRole('list', { name: 'Schedules' })).toContainText(
    /Nobody (for|now;) \d+ d .*within four weeks/,
  );
  await expectAccessibleNightAndDay(ada);
});

test('a schedule is read on a phone', async ({ enter, machine }) => {
  const address = await schedule(machine, 'Pocket');
  const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };
  const ada = await enter('ada', '/oncall', phone);
  for (const path of [
    ...['/oncall', '/oncall/new', `${address}/change`, `${address}/fairness?way=ahead`],
    ...['week', 'month', 'list'].map((view) => `${address}?view=${view}`),
  ]) {
    await ada.goto(path);
    await hydrated(ada);
    const sideways = await ada.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(sideways, path).toBeLessThanOrEqual(0);
    await expectAccessibleNightAndDay(ada);
  }
});
