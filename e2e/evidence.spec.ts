import { readFile } from 'node:fs/promises';
import { expect, test } from './fixtures/test';
import { addNote, row, timeline } from './fixtures/timeline';

const html = '<script>document.title = "run"</script>';

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
