import { expectAccessible } from './fixtures/axe';
import { expect, test } from './fixtures/test';

const lights = ['dark', 'light'] as const;
const widths = [1440, 390];

test.describe('the kit', () => {
  for (const colorScheme of lights) {
    for (const width of widths) {
      test(`stands together by ${colorScheme} at ${width} px`, async ({ page }, info) => {
        const complaints: string[] = [];
        page.on('console', (message) => {
          if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
            complaints.push(message.text());
        });
        page.on('pageerror', (error) => complaints.push(error.message));
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize({ width, height: 900 });
        await page.goto('/styleguide');
        await expect(page).toHaveTitle(/^\d\d:\d\d · Styleguide/);
        await expectAccessible(page);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
        await info.attach('styleguide', { body: await page.screenshot({ fullPage: true }), contentType: 'image/png' });
        expect(complaints).toEqual([]);
      });
    }
  }

  test('the door is accessible', async ({ page }) => {
    await page.goto('/styleguide/plain');
    await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
    await expectAccessible(page);
  });
});

test.describe('keys', () => {
  test.beforeEach(async ({ page }) => {
    await page.goto('/styleguide');
    await expect(page).toHaveTitle(/^\d\d:\d\d · /);
  });

  test('? lists every key, and single keys can be switched off for good', async ({ page }) => {
    await page.keyboard.press('?');
    const help = page.getByRole('dialog', { name: 'Keys' });
    await expect(help.getByText('Write update')).toBeVisible();
    await expectAccessible(page);
    await help.getByRole('checkbox', { name: 'Use single keys' }).uncheck();
    await page.keyboard.press('Escape');
    await expect(help).toBeHidden();
    await page.reload();
    await expect(page).toHaveTitle(/^\d\d:\d\d · /);
    await page.keyboard.press('?');
    await page.keyboard.press('Control+k');
    await expect(page.getByRole('dialog', { name: 'Find anything' })).toBeVisible();
    await expect(help).toBeHidden();
  });

  test('are off while typing', async ({ page }) => {
    const title = page.getByLabel('What is broken');
    await title.pressSequentially('gs?');
    await expect(title).toHaveValue('gs?');
    await expect(page.getByRole('dialog')).toBeHidden();
    await expect(page).toHaveURL(/styleguide$/);
  });

  test('one after the other go somewhere', async ({ page }) => {
    await page.keyboard.press('g');
    await page.keyboard.press('s');
    await expect(page).not.toHaveURL(/styleguide$/);
  });

  test('the palette finds verbs and things, and remembers the things', async ({ page }) => {
    await page.keyboard.press('Control+k');
    const palette = page.getByRole('dialog', { name: 'Find anything' });
    await expect(palette.getByRole('option', { name: /No change/ })).toBeVisible();
    await page.keyboard.type('fay');
    await expect(palette.getByRole('option', { name: /Fay Moreau/ })).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(palette).toBeHidden();
    await page.keyboard.press('Control+k');
    await expect(palette.getByRole('group', { name: 'Recent' }).getByRole('option')).toHaveText([/Fay Moreau/]);
  });

  test('⌘/Ctrl+Enter sends the dialog that is open', async ({ page }) => {
    await page.getByRole('button', { name: 'Open dialog' }).click();
    const dialog = page.getByRole('dialog', { name: 'New task' });
    await expect(dialog.getByLabel('What')).toBeFocused();
    await page.keyboard.press('Control+Enter');
    await expect(dialog).toBeHidden();
  });
});

test('the light is chosen once and stays', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto('/styleguide');
  await page.getByRole('button', { name: /^You:|Ada/ }).click();
  await page.getByRole('menuitemradio', { name: 'Day' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'day');
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'day');
  await expect(page.locator('html')).toHaveCSS('color-scheme', 'light');
});

test('a moment reads in UTC and local time on focus', async ({ page }) => {
  await page.goto('/styleguide');
  await page.locator('time', { hasText: 'min ago' }).last().focus();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('tooltip')).toContainText('UTC');
  await expect(page.getByRole('tooltip')).toContainText('Berlin');
});
