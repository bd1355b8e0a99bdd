import { type Page } from '@playwright/test';
import { expectNotice, MINUTE, postUpdate, press } from '../fixtures/acts';
import { expect, test } from '../fixtures/test';
import { type Team } from './team';

/** Resolves with the moment at which `text` first stood on the page, in milliseconds of the wall clock. */
function momentOf(page: Page, text: string): Promise<number> {
  return page.evaluate(
    (wanted) =>
      new Promise<number>((resolve) => {
        const look = () => {
          if (!document.body.innerText.includes(wanted)) return false;
          resolve(performance.timeOrigin + performance.now());
          return true;
        };
        if (look()) return;
        const observer = new MutationObserver(() => look() && observer.disconnect());
        observer.observe(document.body, { childList: true, subtree: true, characterData: true });
      }),
    text,
  );
}

const overdue = (page: Page) => page.getByRole('region', { name: 'Now' }).getByRole('timer');

/** The first update is on every screen within a moment. */
export async function postFirstUpdate({ ada, di, boss, mate, bossName }: Team): Promise<void> {
  await press(boss, 'u');
  const form = boss.getByRole('form', { name: 'Update' });
  await form.getByLabel('Status', { exact: true }).fill('38 % of card payments fail.');
  await expect(mate.getByText(`${bossName} is writing an update`)).toBeVisible();
  await form.getByLabel('Actions', { exact: true }).fill('We read the release of 14:05.');
  await form.getByLabel('Next', { exact: true }).fill('Roll it back if it is the cause.');
  await form.getByLabel('Unknown for now').check();
  const posted = boss.evaluate(
    () =>
      new Promise<number>((resolve) =>
        document.addEventListener('submit', () => resolve(performance.timeOrigin + performance.now()), true),
      ),
  );
  const seen = Promise.all([ada, mate].map((page) => momentOf(page, '38 % of card payments fail.')));
  await form.getByRole('button', { name: 'Post update' }).click();
  const at = await posted;
  const took = (await seen).map((moment) => Math.round(moment - at));
  test.info().annotations.push({ type: 'pressed → on another screen', description: `${took.join(' ms, ')} ms` });
  console.log(`    an update pressed in one browser stood on the others after ${took.join(' and ')} ms`);
  expect(Math.max(...took)).toBeLessThan(1_500);
  await expect(di.getByText('38 % of card payments fail.')).toBeVisible();
}

/** The tab counts down, and updates in time keep the score. */
export async function postInTime({ clock, ada, di, boss, mate }: Team): Promise<void> {
  await clock.advance(14 * MINUTE);
  for (const page of [ada, boss, mate, di]) await expect(page).toHaveTitle(/^00:\d\d · /);
  await postUpdate(boss, { Status: '40 % of card payments fail.' });
  for (const page of [ada, mate]) {
    await expect(page.getByRole('region', { name: 'Now' })).toContainText('40 % of card payments fail.');
    await expect(page.getByText('100 % of updates on time')).toBeVisible();
    await expect(page).toHaveTitle(/^1[45]:\d\d · /);
  }
}

/** “no change” is one key, and the third in a row asks for a hypothesis. */
export async function confirmNoChange({ clock, boss, mate }: Team): Promise<void> {
  for (const time of [1, 2, 3]) {
    await clock.advance(10 * MINUTE);
    await expect(boss).toHaveTitle(/^0[45]:\d\d · /);
    await press(boss, 'n');
    const dialog = boss.getByRole('dialog', { name: 'No change' });
    const confirm = dialog.getByRole('button', { name: 'Confirm no change' });
    await confirm.click();
    if (time === 3) {
      await expect(dialog.getByText('This is the third “no change” in a row.')).toBeVisible();
      await expect(dialog.getByLabel('New hypothesis')).toHaveAccessibleDescription(/\S/);
      await dialog.getByLabel('New hypothesis').fill('The new card form drops the 3-D Secure step.');
      await confirm.click();
    }
    await expect(dialog).toBeHidden();
    await expect(mate).toHaveTitle(/^1[45]:\d\d · /);
  }
}

/** Missed, it stands in red, and calls the deputy, then the room, then whoever owns it. */
export async function missUpdate({ clock, robot, ada, di, boss, mate }: Team): Promise<void> {
  await robot.post('/1/phase', { to: 'investigating' });
  await clock.reach((await robot.read(1)).updateDueAt ?? '');
  for (const page of [ada, boss, mate]) {
    await expect(overdue(page)).toHaveAttribute('data-overdue', 'true');
    await expect(page).toHaveTitle(/overdue · /);
  }
  const red = await overdue(ada).evaluate((timer) => {
    const probe = document.body.appendChild(document.createElement('i'));
    probe.style.color = 'var(--overdue)';
    const { color } = getComputedStyle(probe);
    probe.remove();
    return [getComputedStyle(timer).color, color];
  });
  expect(red[0]).toBe(red[1]);
  await expectNotice(boss, 'An update is due.');
  await clock.advance(2 * MINUTE);
  await expectNotice(di, 'whoever owes it was nudged');
  await clock.advance(3 * MINUTE);
  await expectNotice(mate, 'everyone in the room and the service’s leads were told');
  await clock.advance(5 * MINUTE);
  await expectNotice(ada, 'administrators and the service’s leads were told');
  await expect(di.getByText(/\+10:\d\d overdue/)).toBeVisible();
}

/** Only a human’s update sets it back; it starts from what happened meanwhile. */
export async function postAtLast({ robot, ada, boss, mate }: Team): Promise<void> {
  await robot.post('/1/updates', {
    status: 'Error rate 39 %.',
    actions: 'none',
    next: 'none',
    estimate: { kind: 'unknown' },
  });
  await expect(boss.getByRole('region', { name: 'Now' })).toContainText('machine responder by token');
  await expect(overdue(boss)).toHaveAttribute('data-overdue', 'true');
  await press(boss, 'u');
  const since = boss.getByRole('form', { name: 'Update' }).getByRole('listitem');
  await expect(since.filter({ hasText: 'from triage to investigating' })).toBeVisible();
  await press(boss, 'Escape');
  await postUpdate(boss, {
    Status: '39 % of card payments fail.',
    Actions: 'We prepare a rollback.',
    Next: 'Roll back, then watch.',
  });
  for (const page of [ada, mate]) {
    await expect(page).toHaveTitle(/^1[45]:\d\d · /);
    await expect(page.getByText('83 % of updates on time')).toBeVisible();
  }
}
