import { type Locator, type Page } from '@playwright/test';
import ICAL from 'ical.js';
import { expectAccessibleNightAndDay } from './fixtures/axe';
import { choose, press } from './fixtures/acts';
import { type Machine } from './fixtures/company';
import { hydrated } from './fixtures/hydrated';
import { expect, test } from './fixtures/test';

test.use({ timezoneId: 'Europe/Berlin' });

/** The day in Berlin so many days from now, on the server's clock, as an address and a field name it. */
function berlinDay(days: number): string {
  const at = new Date(Date.now() + days * 24 * 60 * 60 * 1_000);
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Berlin' }).format(at);
}

/** Writes a schedule of Bea and Cy, a day each, by the API; answers with its address. */
async function schedule(machine: (role: 'administrator') => Promise<Machine>, name: string): Promise<string> {
  const timeZone = 'Europe/Berlin';
  const handoffs = [{ day: 0, time: '09:00' }];
  const layer = { name: 'Primary', timeZone, startsOn: '2020-01-01', cycleDays: 1, handoffs, people: ['bea', 'cy'] };
  const robot = await machine('administrator');
  const answer = await robot.http.post('/api/v1/schedules', { data: { name, timeZone, layers: [layer] } });
  await expect(answer, await answer.text()).toBeOK();
  return `/oncall/${((await answer.json()) as { id: string }).id}`;
}

const dayItem = (page: Page, day: string): Locator => page.locator(`[data-day="${day}"]`);

test('an administrator writes a schedule, sees who is on call, overrides a night, and takes it back', async ({
  enter,
}) => {
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
  await ada.goto(`/oncall/payments?on=${night}`);
  await expect(dayItem(ada, night).getByText('20:00–23:30 Di Rossi, by override')).toBeAttached();
  await expectAccessibleNightAndDay(ada);
  await ada.getByRole('link', { name: 'List' }).click();
  const duty = ada.getByRole('row').filter({ hasText: 'Di Rossi' });
  await expect(duty).toContainText('override');
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
  await expect(cy.getByRole('region', { name: 'Overrides in sight' })).toContainText('None.');
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
  await ada.getByLabel('On call', { exact: true }).selectOption('Office hours, Mon–Fri 09:00–17:00');
  await expect(ada.getByText(/^Nobody for \d+ d within four weeks/)).toBeVisible();
  await expectAccessibleNightAndDay(ada);
  await press(ada, 'Control+Enter');
  await expect(ada.getByRole('heading', { name: 'Turns', level: 1, exact: true })).toBeVisible();
  await expect(ada.getByText(/^Nobody for \d+ d within four weeks/)).toBeVisible();
  await ada.goto('/oncall');
  await expect(ada.getByRole('list', { name: 'Schedules' })).toContainText(/Nobody for \d+ d within four weeks/);
  await expectAccessibleNightAndDay(ada);
});

test('a schedule is read on a phone', async ({ enter, machine }) => {
  const address = await schedule(machine, 'Pocket');
  const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };
  const ada = await enter('ada', '/oncall', phone);
  for (const path of [
    ...['/oncall', '/oncall/new', `${address}/change`],
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

test('a calendar program reads one’s shifts at a secret address, until it is revoked', async ({
  enter,
  machine,
  playwright,
  app,
}) => {
  const schedulePath = await schedule(machine, 'Feeds');
  const stranger = await playwright.request.newContext({ baseURL: app.url });
  const cy = await enter('cy', '/oncall');
  await hydrated(cy);
  const region = cy.getByRole('region', { name: 'In your calendar' });
  await region.getByRole('button', { name: 'Make a calendar address' }).click();
  const address = await region.getByLabel('Calendar address').inputValue();
  await expectAccessibleNightAndDay(cy);
  const answer = await stranger.get(address);
  expect(answer.headers()['content-type']).toContain('text/calendar');
  expect(answer.headers()['cache-control']).toContain('private');
  const calendar = new ICAL.Component(ICAL.parse(await answer.text()) as unknown[]);
  const summaries = calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event).summary);
  expect(summaries.filter((summary) => summary === 'On call: Feeds').length).toBeGreaterThan(40);

  await cy.reload();
  await hydrated(cy);
  await expect(region.getByText(/last read/)).toBeVisible();
  await expect(region.getByLabel('Calendar address')).toHaveCount(0);
  await region.getByRole('button', { name: 'Make the address anew' }).click();
  const anew = await region.getByLabel('Calendar address').inputValue();
  expect((await stranger.get(address)).status()).toBe(404);
  await expect(await stranger.get(anew)).toBeOK();
  await region.getByRole('button', { name: 'Revoke it' }).click();
  await expect(region.getByRole('button', { name: 'Make a calendar address' })).toBeVisible();
  expect((await stranger.get(anew)).status()).toBe(404);

  const eve = await enter('eve', schedulePath);
  await hydrated(eve);
  await eve.getByRole('button', { name: 'Make a calendar address' }).click();
  const whole = await (await stranger.get(await eve.getByLabel('Calendar address').inputValue())).text();
  expect(whole).toContain('SUMMARY:Bea Lind on call: Feeds');
  await stranger.dispose();
});

test('a shift is offered for another, and accepted in a second browser', async ({ enter, machine }) => {
  await schedule(machine, 'Trades');
  const bea = await enter('bea', '/oncall');
  await hydrated(bea);
  const mine = bea.getByRole('region', { name: 'My shifts' });
  const coming = mine.getByRole('button', { name: /^Offer the shift in Trades/ });
  const words = (await coming.nth(3).getAttribute('aria-label')) ?? '';
  await mine.getByRole('button', { name: words }).click();
  const dialog = bea.getByRole('dialog', { name: 'Offer a shift' });
  await choose(bea, 'To', 'Cy Tan');
  const back = dialog.getByLabel('For one of theirs');
  const wanted = (await back.getByRole('option').nth(2).textContent()) ?? '';
  await back.selectOption(wanted);
  await dialog.getByLabel('Why').fill('School play');
  await expectAccessibleNightAndDay(bea);
  await press(bea, 'Control+Enter');
  await expect(dialog).toBeHidden();
  await expect(bea.getByText('You offer Cy Tan your shift in Trades')).toBeVisible();
  await expectAccessibleNightAndDay(bea);

  const cy = await enter('cy', '/oncall');
  await hydrated(cy);
  const offers = cy.getByRole('region', { name: 'Offered shifts' });
  await expect(offers.getByText('Bea Lind offers you a shift in Trades')).toBeVisible();
  await expect(offers.getByText('School play')).toBeVisible();
  await expectAccessibleNightAndDay(cy);
  await offers.getByRole('button', { name: 'Accept' }).click();
  await expect(offers).toHaveCount(0);
  const taken = cy.getByRole('region', { name: 'My shifts' });
  await expect(taken.getByRole('button', { name: words })).toBeVisible();

  await bea.getByRole('button', { name: /^Notices/ }).click();
  await expect(bea.getByText(/^Cy Tan takes your shift/)).toBeVisible();
  await bea.goto('/oncall');
  await expect(mine.getByRole('button', { name: `Offer the shift in Trades, ${wanted}` })).toBeVisible();
  await expect(mine.getByRole('button', { name: words })).toHaveCount(0);
});

/** An iCalendar file of whole days, as a browser chooses it. */
function calendarFile(name: string, first: string, until: string) {
  const compact = (day: string) => day.replaceAll('-', '');
  const text = [
    'BEGIN:VCALENDAR',
    'BEGIN:VEVENT',
    `SUMMARY:${name}`,
    `DTSTART;VALUE=DATE:${compact(first)}`,
    `DTEND;VALUE=DATE:${compact(until)}`,
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join('\r\n');
  return { name: 'days.ics', mimeType: 'text/calendar', buffer: Buffer.from(text) };
}

test('holidays are shown on the calendar, and who is on call but away is said', async ({ enter, machine }) => {
  const address = await schedule(machine, 'Seasons');
  const holiday = berlinDay(3);
  const ada = await enter('ada', `${address}?view=month&on=${holiday}`);
  await hydrated(ada);
  await ada.getByRole('button', { name: 'Import holidays' }).click();
  const dialog = ada.getByRole('dialog', { name: 'Import holidays' });
  const file = dialog.getByLabel('Calendar file');
  await file.setInputFiles({ name: 'x.ics', mimeType: 'text/calendar', buffer: Buffer.from('hello') });
  await dialog.getByRole('button', { name: 'Import' }).click();
  await expect(dialog.getByText(/^Line 1: /)).toBeVisible();
  await file.setInputFiles({ name: 'x.ics', mimeType: 'text/calendar', buffer: Buffer.alloc(1_100_000) });
  await dialog.getByRole('button', { name: 'Import' }).click();
  await expect(dialog.getByText('This file is larger than 1 MB.')).toBeVisible();
  await expectAccessibleNightAndDay(ada);
  await file.setInputFiles(calendarFile('Harbour Day', holiday, berlinDay(4)));
  await dialog.getByRole('button', { name: 'Import' }).click();
  await expect(dialog).toBeHidden();
  await expect(dayItem(ada, holiday).getByText('Harbour Day')).toBeVisible();
  await expect(ada.getByRole('region', { name: 'Holidays' })).toContainText('Harbour Day');
  await expectAccessibleNightAndDay(ada);

  const bea = await enter('bea', '/oncall');
  await hydrated(bea);
  await expect(bea.getByRole('region', { name: 'On call but away' })).toHaveCount(0);
  await bea.getByRole('button', { name: 'Import time off' }).click();
  const own = bea.getByRole('dialog', { name: 'Import time off' });
  await own.getByLabel('Calendar file').setInputFiles(calendarFile('Skiing', berlinDay(2), berlinDay(6)));
  await own.getByRole('button', { name: 'Import' }).click();
  await expect(own).toBeHidden();
  const away = bea.getByRole('region', { name: 'On call but away' });
  await expect(away.getByText('Bea Lind is on call in Seasons but away (Skiing).').first()).toBeVisible();
  await expectAccessibleNightAndDay(bea);
  await bea.getByRole('region', { name: 'Time off' }).getByRole('button', { name: 'Remove all' }).click();
  await expect(away).toHaveCount(0);

  await press(bea, 'Control+k');
  await bea.keyboard.type('Seasons');
  await bea.getByRole('option', { name: /^Seasons/ }).click();
  await expect(bea.getByRole('heading', { name: 'Seasons', level: 1 })).toBeVisible();
});

test('fairness says who bears the nights, on the screen and as a file', async ({ enter, machine }) => {
  const address = await schedule(machine, 'Burdens');
  const eve = await enter('eve', address);
  await hydrated(eve);
  await press(eve, 'f');
  await expect(eve.getByRole('heading', { name: 'Fairness of Burdens' })).toBeVisible();
  const rows = eve.getByRole('table', { name: 'Hours on call of each person' }).getByRole('row');
  await expect(rows).toHaveCount(3);
  await expectAccessibleNightAndDay(eve);
  for (const name of ['Ahead', 'Four weeks']) {
    await eve.getByRole('link', { name }).click();
    await expect(eve.getByRole('link', { name })).toHaveAttribute('aria-current', 'page');
  }
  await expect(rows.filter({ hasText: 'Cy Tan' })).toContainText(/33[567]/);
  await expect(rows.filter({ hasText: 'Cy Tan' }).getByRole('cell').last()).toHaveText('14');
  const file = eve.waitForEvent('download');
  await eve.getByRole('link', { name: 'CSV' }).click();
  const text = await (await file).createReadStream().then(async (stream) => {
    let whole = '';
    for await (const piece of stream) whole += String(piece);
    return whole;
  });
  expect(text).toContain('person,person_id,from,to,hours,night_hours');
  expect(text).toMatch(/Cy Tan,cy,.*,33[567]\.00,12[567]\.00,.*,14\r?\n/);
});

test('one is reminded of a shift as early as one likes', async ({ enter, machine }) => {
  test.setTimeout(150_000);
  const address = await schedule(machine, 'Bells');
  const cy = await enter('cy', '/oncall');
  await hydrated(cy);
  await cy.getByLabel('Remind me of a shift').selectOption('Reminder a day before');
  await expect(cy.getByText('Saved')).toBeVisible();
  await cy.reload();
  await expect(cy.getByLabel('Remind me of a shift')).toHaveValue('1440');
  await expectAccessibleNightAndDay(cy);

  const soon = new Date(Date.now() + 60 * 60 * 1_000).toISOString();
  const later = new Date(Date.now() + 2 * 60 * 60 * 1_000).toISOString();
  const robot = await machine('administrator');
  for (const [person, from, to] of [
    ['bea', new Date().toISOString(), soon],
    ['cy', soon, later],
  ]) {
    const path = `/api/v1/schedules/${address.split('/').at(-1)}/overrides`;
    await expect(await robot.http.post(path, { data: { person, from, to } })).toBeOK();
  }
  // They are looked for every minute.
  await expect(cy.getByRole('button', { name: /^Notices.*unread/ })).toBeVisible({ timeout: 90_000 });
  await cy.getByRole('button', { name: /^Notices/ }).click();
  await expect(cy.getByText(/^Your shift begins soon: /).first()).toBeVisible();
});
