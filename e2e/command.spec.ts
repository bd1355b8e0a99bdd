import { type Page } from '@playwright/test';
import { expectLive, expectNotice, MINUTE, offerCommand, press } from './fixtures/acts';
import { expect, test } from './fixtures/test';

const commands = (page: Page, who: string, since: RegExp | string) =>
  expect(
    page.getByText(new RegExp(`^${who} commands · ${typeof since === 'string' ? since : since.source}$`)),
  ).toBeVisible();

const messages = (page: Page) => page.getByRole('list', { name: 'Messages' });

/** Remembers, from now on, each name that comes in, and how long that takes. */
async function watchPassing(page: Page): Promise<() => Promise<unknown>> {
  await page.evaluate(() => {
    const seen: { name: string; text: string; ms: number }[] = [];
    Object.assign(window, { seen });
    document.addEventListener('animationstart', ({ animationName, target }) => {
      const [animation] = (target as Element).getAnimations();
      const ms = Number(animation?.effect?.getTiming().duration);
      seen.push({ name: animationName, text: (target as Element).textContent ?? '', ms });
    });
  });
  return () => page.evaluate(() => (window as unknown as { seen: unknown[] }).seen);
}

test('command passes by an offer that is withdrawn, lapses and is accepted, and its time starts again with each holder', async ({
  clock,
  enter,
  machine,
}) => {
  test.setTimeout(90_000);
  const number = await (await machine('responder')).declare({ title: 'Tills do not open', severity: 'High' });
  const path = `/incidents/${number}`;
  const still = { reducedMotion: 'reduce' } as const;
  const [ada, bea, board] = await Promise.all([enter('ada', path), enter('bea', path, still), enter('cy')]);
  for (const page of [ada, bea, board]) await expectLive(page);
  await press(ada, 'c');
  await commands(bea, 'Ada King', /\d+ s/);

  await clock.advance(12 * MINUTE);
  await commands(bea, 'Ada King', '12 min');
  const life = ada.getByRole('list', { name: 'Life of the incident' });
  await expect(life).toContainText('in triage for 12 min');
  const row = board.getByRole('listitem').filter({ hasText: 'Tills do not open' });
  await expect(row).toContainText('for 12 min');
  await press(ada, 'p');
  await ada.getByRole('radio', { name: 'mitigating' }).check();
  await ada.getByRole('button', { name: 'Move to mitigating' }).click();
  await expect(life).toContainText(/mitigate\s*mitigating for \d+ s/);
  await expect(row).toContainText(/began 12 min ago.*mitigating\s*for \d+ s/i);
  await commands(bea, 'Ada King', '12 min');

  const banner = bea.getByRole('region', { name: 'Ada King offers you command' });
  await offerCommand(ada, 'Bea Lind');
  await expect(banner).toBeVisible();
  await ada.getByRole('button', { name: 'Withdraw' }).click();
  await expect(banner).toBeHidden();

  await offerCommand(ada, 'Bea Lind');
  await expect(banner).toBeVisible();
  await clock.advance(10 * MINUTE + 1_000);
  await expect(banner).toBeHidden();
  await expect(ada.getByText('offered to')).toBeHidden();
  await expectNotice(ada, 'Bea Lind did not answer the offer of command; Ada King keeps it.');

  const [seenByAda, seenByBea] = [await watchPassing(ada), await watchPassing(bea)];
  await offerCommand(ada, 'Bea Lind');
  await banner.getByRole('button', { name: 'Accept command' }).click();
  await commands(ada, 'Bea Lind', /\d+ s/);
  await expect(messages(ada).getByText('Bea Lind accepted command from Ada King.')).toBeVisible();
  await expect.poll(seenByAda).toContainEqual({ name: 'pass-in', text: 'Bea Lind', ms: 180 });
  await expect.poll(seenByAda).toContainEqual({ name: 'pass-out', text: 'Ada King', ms: 180 });
  // Whoever asked for less motion sees the name change at once.
  await expect.poll(seenByBea).toContainEqual({ name: 'pass-in', text: 'Bea Lind', ms: 1 });
  await expect(bea.getByRole('region', { name: 'Roles' }).getByText('Ada King')).toHaveCount(0);
});

test('a commander who left is flagged, comes back, leaves again and is relieved by anyone', async ({
  clock,
  enter,
  machine,
}) => {
  test.setTimeout(90_000);
  const robot = await machine('responder');
  const number = await robot.declare({ title: 'The vault stays shut', severity: 'High', services: ['Checkout'] });
  const path = `/incidents/${number}`;
  const [ada, bea] = await Promise.all([enter('ada', path), enter('bea', path)]);
  for (const page of [ada, bea]) await expectLive(page);
  await press(ada, 'c');
  await commands(bea, 'Ada King', /\d+ s/);
  await press(bea, 'Control+k');
  await bea.getByPlaceholder(/Find an incident/).fill('Relieve');
  await expect(bea.getByRole('option', { name: /^Relieve/ })).toHaveCount(0);
  await press(bea, 'Escape');

  const leave = async (page: Page) => {
    await page.close();
    await bea.getByRole('button', { name: /^Here now/ }).click();
    await expect(bea.getByRole('list', { name: 'Here now' }).getByRole('listitem')).toHaveCount(1);
    await press(bea, 'Escape');
    await clock.advance(5 * MINUTE + 1_000);
    await expect(bea.getByText(/^left the room/)).toBeVisible();
  };
  await leave(ada);
  const back = await enter('ada', path);
  await expect(bea.getByText(/^left the room/)).toBeHidden();
  await leave(back);
  await expectNotice(bea, 'Ada King, in command, has left the room. Anyone may relieve them.');

  await bea.getByRole('button', { name: 'Relieve' }).click();
  const dialog = bea.getByRole('dialog', { name: 'Relieve Ada King' });
  await dialog.getByRole('button', { name: 'Relieve' }).click();
  await expect(dialog.getByLabel('Why')).toHaveAttribute('aria-invalid', 'true');
  await dialog.getByLabel('Why').fill('Her train went into a tunnel');
  await dialog.getByRole('button', { name: 'Relieve' }).click();
  await commands(bea, 'Bea Lind', /\d+ s/);
  const later = await enter('ada', path);
  await commands(later, 'Bea Lind', /\d+ s/);
  await expectNotice(later, 'Bea Lind relieved Ada King as commander: Her train went into a tunnel');
});

test('a role of one’s own is owed where it should be, instructs whoever takes it and nobody else, and is laid down', async ({
  enter,
  machine,
}) => {
  const number = await (await machine('responder')).declare({ title: 'Parcels are lost', severity: 'High' });
  const ada = await enter('ada', '/roles');
  await ada.getByRole('button', { name: 'Add a role' }).click();
  const role = ada.getByRole('dialog', { name: 'Add a role' });
  await role.getByLabel('Name').fill('Customer liaison');
  await role.getByLabel('Instructions').fill('Call the five largest shops. Promise nothing.');
  await role.getByLabel('High').check();
  await role.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(ada.getByRole('heading', { name: 'Customer liaison' })).toBeVisible();

  await ada.goto(`/incidents/${number}`);
  const bea = await enter('bea', `/incidents/${number}`);
  for (const page of [ada, bea]) await expectLive(page);
  const panel = (page: Page) => page.getByRole('region', { name: 'Roles' });
  await expect(panel(bea).getByRole('listitem').filter({ hasText: 'Customer liaison' })).toContainText('owed');
  await press(bea, 'r');
  const take = bea.getByRole('dialog', { name: 'Take or assign a role' });
  await take.getByRole('radio', { name: /^Customer liaison/ }).check();
  await take.getByRole('button', { name: 'Take role' }).click();
  await expect(panel(bea).getByText('Promise nothing.')).toBeVisible();
  await expect(panel(ada).getByRole('listitem').filter({ hasText: 'Customer liaison' })).toContainText('Bea Lind');
  await expect(ada.getByText('Promise nothing.')).toHaveCount(0);

  await panel(bea).getByRole('button', { name: 'Customer liaison: more' }).click();
  await bea.getByRole('menuitem', { name: 'Lay down' }).click();
  await expect(panel(ada).getByRole('listitem').filter({ hasText: 'Customer liaison' })).toContainText('owed');
});
