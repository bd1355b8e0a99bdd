import ICAL from 'ical.js';
import { expectAccessibleNightAndDay } from './fixtures/axe';
import { choose, press } from './fixtures/acts';
import { hydrated } from './fixtures/hydrated';
import { berlinDay, dayItem, schedule } from './fixtures/rota';
import { expect, test } from './fixtures/test';

test.use({ timezoneId: 'Europe/Berlin' });

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
  await expect(away.getByText('Bea Lind is on call in Seasons but away.').first()).toBeVisible();
  await expect(bea.getByRole('region', { name: 'Time off' })).toContainText('Skiing');
  await expectAccessibleNightAndDay(bea);
  await ada.goto(address);
  await hydrated(ada);
  const uncovered = ada.getByRole('region', { name: 'On call but away' }).getByRole('listitem');
  await expect(uncovered.first()).toBeVisible();
  const before = await uncovered.count();
  await uncovered.first().getByRole('button', { name: 'Put somebody else on call' }).click();
  await choose(ada, 'Who', 'Cy Tan');
  await press(ada, 'Control+Enter');
  await expect(uncovered).toHaveCount(before - 1);
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

test('one says how early one is reminded of a shift', async ({ enter, machine }) => {
  await schedule(machine, 'Bells');
  const cy = await enter('cy', '/oncall');
  await hydrated(cy);
  await cy.getByLabel('Remind me of a shift').selectOption('Reminder 1 d before');
  await expect(cy.getByText('Saved')).toBeVisible();
  await cy.reload();
  await expect(cy.getByLabel('Remind me of a shift')).toHaveValue('1440');
  await expectAccessibleNightAndDay(cy);
});
