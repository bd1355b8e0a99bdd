import { type Locator, type Page } from '@playwright/test';
import { press } from '../fixtures/acts';
import { expect } from '../fixtures/test';
import { timeline } from '../fixtures/timeline';
import { type Team } from './team';

/** Severity is lowered only with a reason. */
export async function lowerSeverity({ ada, mate }: Team): Promise<void> {
  await press(mate, 's');
  const dialog = mate.getByRole('dialog', { name: 'How bad is it?' });
  await dialog.getByRole('radio', { name: 'High' }).check();
  const change = dialog.getByRole('button', { name: 'Change to High' });
  await change.click();
  await expect(dialog.getByLabel('Why is it less bad?')).toHaveAttribute('aria-invalid', 'true');
  await dialog.getByLabel('Why is it less bad?').fill('Payments work again for most.');
  await change.click();
  await expect(dialog).toBeHidden();
  await expect(ada.getByRole('button', { name: 'High , change the severity' })).toBeVisible();
}

/** It moves through its phases to the end, and the map says where it is. */
export async function moveToEnd({ ada, di, boss, mate, mateName }: Team): Promise<void> {
  const stage = (page: Page) =>
    page.getByRole('list', { name: 'Life of the incident' }).getByRole('listitem').and(page.locator('[aria-current]'));
  for (const [phase, on] of [
    ['identified', 'mitigate'],
    ['monitoring', 'communicate'],
    ['resolved', 'resolve'],
    ['closed', 'learn'],
  ] as const) {
    await press(mate, 'p');
    const dialog = mate.getByRole('dialog', { name: /Where are we now|Go on from here/ });
    await dialog.getByRole('radio', { name: phase }).check();
    if (phase === 'resolved') await writeClosing(mate, dialog);
    else await dialog.getByRole('button', { name: `Move to ${phase}` }).click();
    await expect(dialog).toBeHidden();
    for (const page of [ada, boss, mate]) await expect(stage(page)).toContainText(on);
  }
  await expect(ada.getByText('No update is owed any more.')).toBeVisible();
  const now = ada.getByRole('region', { name: 'Now' });
  await expect(now).toContainText(new RegExp(`Resolved by ${mateName} at \\d\\d:\\d\\d, after .* min\\.`));
  await expect(now).toContainText(/The postmortem is owed by \d+ \w+, \d\d:\d\d/);
  await expect(now).toContainText(/Last status\s*Every card is taken again\./);
  await expect(now).not.toContainText('has passed');
  const markdown = await (await ada.request.get('/incidents/1/export?format=md')).text();
  expect(markdown).toContain('Decision by');
  await expect(di.getByText('All quiet. Nothing is open.')).toBeVisible();
}

/** It ends with a last word, and every screen says that it is over, and by whom. */
async function writeClosing(mate: Page, dialog: Locator): Promise<void> {
  await expect(dialog).toContainText('A postmortem is owed within 48 hours.');
  await dialog.getByRole('button', { name: 'Write the closing update' }).click();
  const form = mate.getByRole('form', { name: 'Update' });
  await expect(form.getByLabel('Status', { exact: true })).toBeFocused();
  await expect(form.getByLabel('Status', { exact: true })).toHaveValue('39 % of card payments fail.');
  await form.getByLabel('Status', { exact: true }).fill('Every card is taken again.');
  await form.getByRole('button', { name: 'Post and resolve' }).click();
  await expect(form).toBeHidden();
}

/** Every step is on the timeline, and in the export in order. */
export async function readTimeline({ app, robot, ada, bossName, mateName }: Team): Promise<void> {
  const facts = await robot.facts(1);
  expect(facts.map(({ seq }) => seq)).toEqual(facts.map((_, index) => index + 1));
  const told = facts.map(({ kind }) => kind);
  for (const kind of [
    ...['incident.declared', 'responder.joined', 'role.taken', 'role.assigned', 'update.posted', 'cadence.due'],
    ...['cadence.overdue', 'task.assigned', 'task.understood', 'task.came-back', 'task.done', 'decision.proposed'],
    ...['decision.objected', 'decision.recorded', 'handover.offered', 'handover.accepted', 'severity.changed'],
    'phase.changed',
  ] as const) {
    expect(told).toContain(kind);
  }
  expect(told).not.toContain('commander.away');
  expect(facts.flatMap((fact) => (fact.kind === 'cadence.overdue' ? [fact.data.level] : []))).toEqual([
    'nudge',
    'room',
    'unowned',
  ]);

  // A screen tall enough to draw all of them.
  await ada.setViewportSize({ width: 1440, height: 6_000 });
  await timeline(ada).getByRole('link', { name: 'Everything' }).click();
  for (const text of [
    'declared “Card payments fail at checkout”, Critical.',
    `${bossName} took command.`,
    'The new card form drops the 3-D Secure step.',
    'The update is 10 minutes overdue',
    'finished “Roll back release 2026-11-21.3”: Rolled back at 14:58.',
    `${mateName} objected: The fix itself needs a release.`,
    'changed the severity from Critical to High: Payments work again for most.',
    'moved it from resolved to closed.',
  ]) {
    await expect(timeline(ada).getByRole('listitem').filter({ hasText: text }).first()).toBeVisible();
  }

  const json = (await (await ada.request.get('/incidents/1/export?format=json')).json()) as {
    facts: { seq: number }[];
  };
  expect(json.facts.map(({ seq }) => seq)).toEqual(facts.map(({ seq }) => seq));
  const markdown = await (await ada.request.get('/incidents/1/export?format=md')).text();
  const places = ['took command', '40 % of card', '3-D Secure', 'Roll back release', 'accepted command', 'to closed'];
  expect(places.map((text) => markdown.indexOf(text))).toEqual(
    places.map((text) => markdown.indexOf(text)).toSorted((a, b) => a - b),
  );
  expect(markdown).toContain('took command');
  expect(app.output).not.toMatch(/"level":(50|60)/);
}
