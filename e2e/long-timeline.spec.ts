import { type Locator, type Page } from '@playwright/test';
import { expect, test } from './fixtures/test';
import { type AppServer } from './fixtures/server';
import { addNote, row, timeline } from './fixtures/timeline';

/** Facts as they would stand after a long night, put in at once under the incident's lock: its timers add facts of their own. */
async function lengthen(app: AppServer, number: number, count: number) {
  await app.query(
    `with locked as materialized (select number, seq from incident where number = $1::int for update), told as (
       insert into fact (stream, seq, kind, data, actor_kind, actor_id, actor_name, at, recorded_at, incident_number, place, text)
       select 'incident:' || $1::int, locked.seq + n, 'note.added',
         jsonb_build_object('text', 'reading ' || n || ' of the gauge', 'attachment', null), 'person', 'cy', 'Cy Tan',
         app_now() - make_interval(secs => $2::int - n), app_now(), $1::int, app_now() - make_interval(secs => $2::int - n),
         'reading ' || n || ' of the gauge'
       from locked, generate_series(1, $2::int) as n)
     update incident set seq = incident.seq + $2::int,
       state = jsonb_set(jsonb_set(state, '{seq}', to_jsonb(incident.seq + $2::int)),
         '{counts,note.added}', to_jsonb(coalesce((state #>> '{counts,note.added}')::int, 0) + $2::int))
     from locked where incident.number = locked.number`,
    [number, count],
  );
}

/** Keeps the answer with older facts back: `begun` when it is asked for, until `release`. */
async function holdOlder(page: Page, number: number) {
  let [begin, release] = [() => {}, () => {}];
  const begun = new Promise<void>((resolve) => (begin = resolve));
  const released = new Promise<void>((resolve) => (release = resolve));
  await page.route(`**/incidents/${number}/timeline?*before=*`, async (route) => {
    begin();
    await released;
    await route.continue();
  });
  return { begun, release: () => release() };
}

/** Resolves when all that was known has been measured and drawn. */
const painted = (page: Page) =>
  page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));

/** The topmost whole fact in sight: how many pixels below the edge, and what it says. */
const reading = (scroller: Locator) =>
  scroller.evaluate((element) => {
    const edge = element.getBoundingClientRect().top;
    const facts = [...element.querySelectorAll('li')].map((fact) => ({
      y: fact.getBoundingClientRect().top - edge,
      text: fact.textContent,
    }));
    const top = facts.find(({ y }) => y > 1);
    return { y: Math.round(top?.y ?? NaN), text: top?.text };
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

  // What is read stays put when older facts are fetched below it, and when a new one arrives above it.
  const scroller = timeline(ada).locator('[aria-busy]');
  const height = () => scroller.evaluate((element) => element.scrollHeight);
  const fetching = await holdOlder(ada, number);
  await scroller.evaluate((element) => element.scrollBy(0, 30_000));
  await fetching.begun;
  await expect(row(ada, /reading 47\d\d of/).last()).toBeInViewport();
  await painted(ada);
  expect(await timeline(ada).getByRole('listitem').count()).toBeLessThan(80);
  const [place, long] = [await reading(scroller), await height()];
  fetching.release();
  await expect.poll(height).toBeGreaterThan(long + 1_000);
  await painted(ada);
  expect(await reading(scroller)).toEqual(place);

  const bea = await enter('bea', `/incidents/${number}`);
  await expect(bea.getByText('live', { exact: true })).toBeVisible();
  await addNote(bea, 'The needle jumped');
  await expect(timeline(ada).getByRole('button', { name: '1 new' })).toBeVisible();
  await painted(ada);
  expect(await reading(scroller)).toEqual(place);
  await timeline(ada).getByRole('button', { name: '1 new' }).click();
  await expect(row(ada, 'The needle jumped')).toBeVisible();

  await timeline(ada).getByRole('button', { name: 'Jump to a moment' }).click();
  await ada.getByRole('button', { name: 'Declaration' }).click();
  await expect(ada).toHaveURL(/at=/);
  await ada.goto(`/incidents/${number}?show=everything&fact=2500`);
  await expect(row(ada, 'reading 2499 of')).toBeInViewport();
});
