import { readFile } from 'node:fs/promises';
import { type Page } from '@playwright/test';
import { expect, test } from './fixtures/test';
import { hydrated } from './fixtures/hydrated';
import { type AppServer } from './fixtures/server';

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYGD4DwABBAEAX+XDSwAAAABJRU5ErkJggg==',
  'base64',
);
const html = '<script>document.title = "run"</script>';

const timeline = (page: Page) => page.getByRole('region', { name: 'Timeline', exact: true });
const row = (page: Page, text: string | RegExp) => timeline(page).getByRole('listitem').filter({ hasText: text });

async function addNote(page: Page, text: string, file?: { name: string; mimeType: string; buffer: Buffer }) {
  await page.keyboard.press('e');
  const dialog = page.getByRole('dialog', { name: 'Add an event' });
  await dialog.getByLabel('What happened').fill(text);
  if (file) await dialog.locator('input[type=file]').setInputFiles(file);
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(dialog).toBeHidden();
}

/** Facts as they would stand after a long night, put in at once. */
async function lengthen(app: AppServer, number: number, count: number) {
  await app.query(
    `insert into fact (stream, seq, kind, data, actor_kind, actor_id, actor_name, at, recorded_at, incident_number, place, text)
     select 'incident:' || $1::int, incident.seq + n, 'note.added',
       jsonb_build_object('text', 'reading ' || n || ' of the gauge', 'attachment', null), 'person', 'cy', 'Cy Tan',
       app_now() - make_interval(secs => $2::int - n), app_now(), $1::int, app_now() - make_interval(secs => $2::int - n),
       'reading ' || n || ' of the gauge'
     from incident, generate_series(1, $2::int) as n where number = $1::int`,
    [number, count],
  );
  await app.query(
    `update incident set seq = seq + $2, state = jsonb_set(jsonb_set(state, '{seq}', to_jsonb(seq + $2::int)),
       '{counts,note.added}', to_jsonb(coalesce((state #>> '{counts,note.added}')::int, 0) + $2::int)) where number = $1::int`,
    [number, count],
  );
}

test('something earlier is added with evidence, corrected and pinned, and the other browser sees all of it', async ({
  enter,
  machine,
}) => {
  const number = await (await machine('responder')).declare({ title: 'Cards are refused' });
  const [ada, bea] = [await enter('ada', `/incidents/${number}`), await enter('bea', `/incidents/${number}`)];
  for (const page of [ada, bea]) {
    await expect(page.getByText('live', { exact: true })).toBeVisible();
    await timeline(page).getByRole('link', { name: 'Everything' }).click();
    await expect(page).toHaveURL(/show=everything/);
  }

  await ada.keyboard.press('e');
  const dialog = ada.getByRole('dialog', { name: 'Add an event' });
  await dialog.getByLabel('What happened').fill('Error rate **doubled**');
  await dialog.getByRole('button', { name: 'Earlier' }).click();
  const moment = dialog.getByRole('textbox', { name: 'Moment' });
  await moment.fill('2001-01-01T00:00:00');
  await dialog.locator('input[type=file]').setInputFiles({ name: 'graph.png', mimeType: 'image/png', buffer: png });
  await dialog.getByRole('button', { name: /^Add/ }).last().click();
  await expect(dialog.getByText('That is more than 30 days before the incident began.')).toBeVisible();
  await expect(dialog.getByLabel('What happened')).toHaveValue('Error rate **doubled**');
  const earlier = new Date(Date.now() - 20 * 60_000);
  const wall = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'medium', timeZone: 'Europe/Berlin' });
  await moment.fill(wall.format(earlier).replace(' ', 'T'));
  await dialog.getByRole('button', { name: /^Add/ }).last().click();
  await expect(dialog).toBeHidden();

  for (const page of [ada, bea]) {
    await expect(row(page, 'Error rate doubled').locator('strong')).toHaveText('doubled');
    await expect(row(page, 'Error rate doubled').getByText(/added \d\d:\d\d/)).toBeVisible();
    await expect(timeline(page).getByRole('listitem').last()).toContainText('Error rate doubled');
    await expect(row(page, 'Error rate doubled').getByRole('img', { name: 'graph.png' })).toBeVisible();
  }

  await row(bea, 'Error rate doubled').getByRole('button', { name: 'What to do with this fact' }).click();
  await bea.getByRole('menuitem', { name: 'Correct' }).click();
  await bea.getByRole('dialog').getByLabel('What happened').fill('Error rate tripled');
  await bea.getByRole('button', { name: 'Correct' }).click();
  const corrected = row(ada, 'Error rate tripled');
  await expect(corrected).toBeVisible();
  await corrected.getByText('Corrected; what it said before').click();
  await expect(corrected).toContainText('Error rate doubled');

  await corrected.getByRole('button', { name: 'What to do with this fact' }).click();
  await ada.getByRole('menuitem', { name: 'Pin' }).click();
  await expect(row(bea, 'Error rate tripled').getByLabel('Pinned')).toBeVisible();
  await timeline(bea).getByRole('link', { name: 'Key moments' }).click();
  await expect(row(bea, 'Error rate tripled')).toBeVisible();
  await expect(row(bea, 'corrected an event')).toHaveCount(0);
});

test('filters stand in the address, say how many they hide, and survive a reload and the back button', async ({
  enter,
  machine,
}) => {
  const number = await (await machine('responder')).declare({ title: 'Search is slow' });
  const page = await enter('ada', `/incidents/${number}`);
  await expect(page.getByText('live', { exact: true })).toBeVisible();
  await addNote(page, 'The vacuum blocks the index');
  await addNote(page, 'Nothing to do with it');
  await expect(timeline(page).getByText('2 hidden').first()).toBeVisible();
  await expect(row(page, 'The vacuum')).toHaveCount(0);

  await timeline(page).getByRole('searchbox').fill('vac');
  await timeline(page).getByRole('searchbox').press('Enter');
  await expect(page).toHaveURL(/q=vac/);
  await expect(row(page, 'The vacuum')).toBeVisible();
  await expect(row(page, 'Nothing to do')).toHaveCount(0);
  await page.reload();
  await hydrated(page);
  await expect(row(page, 'The vacuum')).toBeVisible();
  await expect(
    timeline(page)
      .getByText(/^\d hidden/)
      .first(),
  ).toBeVisible();

  await timeline(page).getByRole('button', { name: 'Filter by kind and person' }).click();
  await page.getByRole('checkbox', { name: 'Tasks' }).check();
  await expect(page).toHaveURL(/kind=tasks/);
  await expect(timeline(page).getByText('Nothing here matches.')).toBeVisible();
  await page.goBack();
  await expect(row(page, 'The vacuum')).toBeVisible();
  await page.keyboard.press('Escape');
  await timeline(page).getByRole('button', { name: 'Clear' }).click();
  await expect(row(page, 'Nothing to do')).toBeVisible();
});

test('a long night scrolls without loading it all, stays put while facts arrive, and leads to any moment', async ({
  app,
  enter,
  machine,
}) => {
  const number = await (await machine('responder')).declare({ title: 'Gauges drift' });
  await lengthen(app, number, 5_000);
  const ada = await enter('ada', `/incidents/${number}?show=everything`);
  await expect(ada.getByText('live', { exact: true })).toBeVisible();
  await expect(row(ada, 'reading 5000 of')).toBeVisible();

  const scroller = timeline(ada).locator('[aria-busy]');
  await expect(async () => {
    await scroller.evaluate((element) => element.scrollBy(0, 30_000));
    await expect(row(ada, /reading 4[0-7]\d\d of/).first()).toBeVisible({ timeout: 500 });
  }).toPass();
  expect(await timeline(ada).getByRole('listitem').count()).toBeLessThan(80);

  const reading = async () =>
    scroller.evaluate((element) => {
      const top = element.getBoundingClientRect().top;
      const rows = [...element.querySelectorAll('li')].map((each) => [
        Math.round(each.getBoundingClientRect().top - top),
        each.textContent,
      ]);
      return rows.find(([y]) => Number(y) > 1);
    });
  let before = await reading();
  const settled = async () => {
    const last = JSON.stringify(before);
    before = await reading();
    return JSON.stringify(before) === last;
  };
  await expect.poll(settled, { intervals: [250] }).toBe(true);
  const bea = await enter('bea', `/incidents/${number}`);
  await expect(bea.getByText('live', { exact: true })).toBeVisible();
  await addNote(bea, 'The needle jumped');
  await expect(timeline(ada).getByRole('button', { name: '1 new' })).toBeVisible();
  expect(await reading()).toEqual(before);
  await timeline(ada).getByRole('button', { name: '1 new' }).click();
  await expect(row(ada, 'The needle jumped')).toBeVisible();

  await timeline(ada).getByRole('button', { name: 'Jump to a moment' }).click();
  await ada.getByRole('button', { name: 'Declaration' }).click();
  await expect(ada).toHaveURL(/at=/);
  await ada.goto(`/incidents/${number}?show=everything&fact=2500`);
  await expect(row(ada, 'reading 2499 of')).toBeInViewport();
});

test('the whole timeline leaves as Markdown, CSV and JSON, and no cell is a formula', async ({ enter, machine }) => {
  const robot = await machine('responder');
  const number = await robot.declare({ title: '=1+1 is wrong' });
  const page = await enter('bea', `/incidents/${number}`);
  await expect(page.getByText('live', { exact: true })).toBeVisible();
  await addNote(page, '@SUM(A1) was in a note');
  await robot.post(`/${number}/phase`, { to: 'investigating' }).catch(() => undefined);
  const facts = await robot.facts(number);

  await timeline(page).getByRole('button', { name: 'Export the whole timeline' }).click();
  const downloading = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: 'Markdown' }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe(`INC-${number}-timeline.md`);
  const markdown = await readFile(await download.path(), 'utf8');
  expect(markdown).toContain(`# INC-${number} =1+1 is wrong`);
  expect(markdown).toContain('  > @SUM(A1) was in a note');

  const csv = await (await page.request.get(`/incidents/${number}/export?format=csv`)).text();
  expect(csv.trim().split('\r\n')).toHaveLength(facts.length + 1);
  expect(csv).not.toMatch(/(^|,)"?[=@]/m);
  const json = (await (await page.request.get(`/incidents/${number}/export?format=json`)).json()) as {
    facts: unknown[];
  };
  expect(json.facts).toHaveLength(facts.length);
  expect((await page.request.get(`/incidents/${number}/export?format=xml`)).status()).toBe(422);
});

test('evidence is what its bytes are, runs nowhere, and is seen by those who see its incident', async ({
  enter,
  machine,
}) => {
  const robot = await machine('administrator');
  const number = await robot.declare({ title: 'Somebody got in', private: true });
  const ada = await enter('ada', `/incidents/${number}`);
  await expect(ada.getByText('live', { exact: true })).toBeVisible();
  await timeline(ada).getByRole('link', { name: 'Everything' }).click();
  await addNote(ada, 'What they left', { name: 'page.html', mimeType: 'text/html', buffer: Buffer.from(html) });
  const href = await row(ada, 'What they left')
    .getByRole('link', { name: /page\.html/ })
    .getAttribute('href');
  const answer = await ada.request.get(href ?? '');
  expect(answer.headers()).toMatchObject({
    'content-type': 'text/plain; charset=utf-8',
    'x-content-type-options': 'nosniff',
    'content-security-policy': expect.stringContaining('sandbox'),
  });
  expect(await answer.text()).toBe(html);

  const bea = await enter('bea', '/');
  expect((await bea.request.get(href ?? '')).status()).toBe(404);
  for (const path of ['timeline?show=everything', 'timeline?items=1', 'export?format=json']) {
    expect((await bea.request.get(`/incidents/${number}/${path}`)).status()).toBe(404);
  }
  const post = (data: Buffer, name: string) =>
    ada.request.post(`/evidence?incident=${number}&name=${name}`, {
      data,
      headers: { origin: new URL(ada.url()).origin },
    });
  expect((await post(Buffer.from('MZ\0\0'), 'graph.png')).status()).toBe(422);
  expect((await post(Buffer.alloc(10 * 1024 * 1024 + 1, 'a'), 'big.txt')).status()).toBe(413);
});

test('history finds an incident by what was said in it, filters by address, and hides what is private', async ({
  enter,
  machine,
}) => {
  const robot = await machine('administrator');
  const low = await robot.declare({ title: 'Mail is late', severity: 'Low', services: [] });
  await robot.declare({ title: 'Quokka in the vault', severity: 'Low', private: true });
  const page = await enter('bea', `/incidents/${low}`);
  await expect(page.getByText('live', { exact: true })).toBeVisible();
  await addNote(page, 'The xylophone queue is full');

  await page.goto('/incidents');
  await hydrated(page);
  await page.getByRole('searchbox').fill('xylo');
  await page.getByRole('searchbox').press('Enter');
  await expect(page).toHaveURL(/q=xylo/);
  const list = page.getByRole('list', { name: 'Incidents' });
  await expect(list.getByRole('listitem')).toHaveCount(1);
  await expect(list.locator('mark')).toHaveText('xylophone');
  await list.getByRole('link', { name: /xylophone queue/ }).click();
  await expect(row(page, 'The xylophone queue is full')).toBeInViewport();

  await page.goto('/incidents?severity=Low');
  await expect(list.getByRole('link', { name: 'Mail is late' })).toBeVisible();
  await expect(list.getByRole('listitem')).toHaveCount(1);
  await page.goto('/incidents?q=quokka');
  await expect(page.getByText('Nothing matches')).toBeVisible();
  const ada = await enter('ada', '/incidents?q=quokka');
  await expect(ada.getByRole('link', { name: 'Quokka in the vault' })).toBeVisible();
});
