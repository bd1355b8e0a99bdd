import { type Page } from '@playwright/test';
import { choose, expectLive, expectNotice, press } from '../fixtures/acts';
import { expect } from '../fixtures/test';
import { type Command, type Crew, type Team } from './team';

/** Ada declares it with a key, wherever she is. */
export async function declare({ ada }: Crew): Promise<void> {
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
}

/** The others are told where they are, and two of them go and join. */
export async function gather({ ada, bea, cy, di }: Crew): Promise<void> {
  await expect(di.getByRole('link', { name: 'Card payments fail at checkout' })).toBeVisible();
  for (const page of [bea, cy]) {
    await page.getByRole('button', { name: 'Notices, 1 unread' }).click();
    await page.getByRole('link', { name: /declared “Card payments fail/ }).click();
    await expect(page).toHaveURL(/\/incidents\/1$/);
    await page.getByRole('button', { name: 'Join', exact: true }).click();
  }
  await expect(ada.getByRole('region', { name: 'Responders' })).toContainText('2');
  await expect(bea.getByRole('button', { name: 'Notices', exact: true })).toBeVisible();
}

/** Two take command in the same moment: one has it, the other reads who. */
export async function race({ robot, ada, bea, cy }: Crew): Promise<Command> {
  let [boss, mate] = [bea, cy];
  let [bossName, mateName] = ['Bea Lind', 'Cy Tan'];
  const arrived: (() => void)[] = [];
  const gate = (page: Page) =>
    page.route('**/incidents/1', async (route) => {
      // Every act carries a key of its own.
      if (/[0-9a-f]{32}/.test(route.request().postData() ?? '')) {
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
  return { boss, mate, bossName, mateName };
}

/** The commander makes Di deputy, and she is told. */
export async function appointDeputy({ di, boss, bossName }: Team): Promise<void> {
  await press(boss, 'r');
  const dialog = boss.getByRole('dialog', { name: 'Take or assign a role' });
  await dialog.getByRole('radio', { name: 'Deputy' }).check();
  await choose(boss, 'Who', 'Di Rossi');
  await dialog.getByRole('button', { name: 'Assign role' }).click();
  await expectNotice(di, `${bossName} made Di Rossi deputy.`);
}
