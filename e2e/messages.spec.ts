import { devices, type Page } from '@playwright/test';
import { expectLive, press } from './fixtures/acts';
import { expect, test } from './fixtures/test';

const { defaultBrowserType: _browser, ...iphone } = { ...devices['iPhone 14'], viewport: { width: 390, height: 844 } };

/** The controls of the screen itself whose middle a message lies over. */
const covered = (page: Page) =>
  page.getByRole('main').evaluate((main) =>
    [...main.querySelectorAll('button, a, input, [data-thumb-bar] *')].flatMap((control) => {
      const { x, y, width, height } = control.getBoundingClientRect();
      const above = document.elementFromPoint(x + width / 2, y + height / 2);
      return above?.closest('[data-toast]') ? [control.outerHTML.slice(0, 120)] : [];
    }),
  );

for (const [place, options] of [
  ['a desk', {}],
  ['a phone', iphone],
] as const) {
  test(`on ${place} a message covers no control, and putting it away keeps what is being typed`, async ({
    enter,
    machine,
  }) => {
    const robot = await machine('responder');
    const number = await robot.declare({ title: 'The pump is loud', severity: 'Low' });
    const ada = await enter('ada', `/incidents/${number}`, options);
    await expectLive(ada);
    await robot.declare({ title: `Seen from ${place}`, severity: 'Critical' });
    const message = ada.getByRole('list', { name: 'Messages' }).getByText(`Critical: Seen from ${place}`);
    await expect(message).toBeVisible();
    await message.hover();
    expect(await covered(ada)).toEqual([]);

    await press(ada, 'e');
    const words = ada.getByRole('dialog', { name: 'Add an event' }).getByLabel('What happened', { exact: true });
    await words.fill('It hums in D.');
    await ada.getByRole('list', { name: 'Messages' }).locator('button[aria-label="Close"]').click();
    await expect(message).toBeHidden();
    await expect(words).toHaveValue('It hums in D.');
  });
}
