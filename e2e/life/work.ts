import { type Page } from '@playwright/test';
import { choose, expectNotice, MINUTE, press } from '../fixtures/acts';
import { expect } from '../fixtures/test';
import { type Team } from './team';

/** A task is given to a person, read back, comes back when its time is up, and ends with a result. */
export async function giveTask({ clock, boss, mate, mateName }: Team): Promise<void> {
  await press(boss, 't');
  const dialog = boss.getByRole('dialog', { name: 'Assign a task' });
  await dialog.getByLabel('What is to be done').fill('Roll back release 2026-11-21.3');
  await choose(boss, 'By whom', mateName);
  await dialog.getByRole('radio', { name: '10 min' }).check();
  await dialog.getByRole('button', { name: 'Assign task' }).click();
  await expect(dialog).toBeHidden();

  await expectNotice(mate, `asked ${mateName} to: Roll back release`);
  const tasks = (page: Page) => page.getByRole('region', { name: 'Tasks' });
  await expect(tasks(mate).getByText('read it back')).toBeVisible();
  await tasks(mate)
    .getByRole('button', { name: /Roll back release/ })
    .click();
  await mate.getByLabel('Say in your own words what you will do').fill('Deploy 2026-11-21.2, then look at the graph.');
  await mate.getByRole('button', { name: 'Read back' }).click();
  await expect(tasks(boss).getByText('understood', { exact: true })).toBeVisible();

  await clock.advance(10 * MINUTE);
  for (const page of [boss, mate]) await expect(tasks(page).getByText('time is up', { exact: true })).toBeVisible();
  await expectNotice(boss, '“Roll back release 2026-11-21.3” came back');
  await tasks(mate)
    .getByRole('button', { name: /Roll back release/ })
    .click();
  await mate.getByRole('button', { name: 'Done', exact: true }).click();
  await mate.getByLabel('What came of it').fill('Rolled back at 14:58.');
  await mate.getByRole('button', { name: 'Done', exact: true }).click();
  await expect(tasks(boss).getByText('1 ended')).toBeVisible();
}

/** A decision waits a minute for objections and is recorded with them. */
export async function decide({ clock, ada, boss, mate, mateName }: Team): Promise<void> {
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
}

/** Command passes when the other has read the brief and accepts, not before. */
export async function handOver({ ada, boss, mate, bossName, mateName }: Team): Promise<void> {
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
}
