import { type Page } from '@playwright/test';
import { expectNotice, MINUTE } from './fixtures/acts';
import { expectAccessible } from './fixtures/axe';
import { Balancer } from './fixtures/balancer';
import { companyOf } from './fixtures/company';
import { AppServer } from './fixtures/server';
import { expect, test } from './fixtures/test';

const token = 'a token for prometheus';
/** Longer than silence must last in real time before anybody is told. */
const timeout = 60_000;
const banner = (page: Page) => page.getByRole('region', { name: 'Paging is out' });

test('when the page that Quarterdeck sends itself does not come back, every screen says so until it does', async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const balancer = await Balancer.listen();
  const app = await AppServer.start({ QUARTERDECK_URL: balancer.url, METRICS_TOKEN: token });
  balancer.over([app.port]);
  const company = await companyOf(app);
  const enter = async (who: 'ada' | 'cy', path: string) => {
    const context = await browser.newContext({ baseURL: app.url, storageState: await company.session(who) });
    const page = await context.newPage();
    await page.goto(path);
    return page;
  };
  const health = async () => {
    const answer = await fetch(`${app.url}/api/health/paging`);
    return { status: answer.status, why: ((await answer.json()) as { why: string | null }).why };
  };
  const metric = async (name: string) => {
    const answer = await fetch(`${app.url}/api/metrics`, { headers: { authorization: `Bearer ${token}` } });
    return Number(new RegExp(`^${name} (.*)$`, 'm').exec(await answer.text())?.[1]);
  };
  try {
    await app.advance(MINUTE);
    const ada = await enter('ada', '/settings/channels');
    const state = ada.getByRole('region', { name: 'State' });
    await expect(async () => {
      await ada.reload();
      await expect(state).toContainText(/The last came back .*, .* after it was due\./, { timeout: 1_000 });
    }).toPass({ timeout });
    expect(await metric('quarterdeck_synthetic_page_seconds')).toBeGreaterThanOrEqual(0);
    expect(await health()).toEqual({ status: 200, why: null });

    const cy = await enter('cy', '/');
    await cy.setViewportSize({ width: 390, height: 844 });
    balancer.unknown.add('/api/callbacks/synthetic');
    await app.advance(7 * MINUTE);
    await expect(banner(cy)).toContainText('Pages may not reach anybody: call people yourselves.', { timeout });
    await expect(banner(cy).getByRole('link')).toHaveCount(0);
    await expectAccessible(cy);
    await expect(banner(ada)).toContainText('A synthetic page, sent the way that pages go, did not come back.', {
      timeout,
    });
    await expect(banner(ada).getByRole('link', { name: 'What is wrong' })).toBeVisible();
    expect(await health()).toEqual({
      status: 503,
      why: 'A synthetic page, sent the way that pages go, did not come back.',
    });
    expect(await metric('quarterdeck_paging_out')).toBe(1);
    await cy.reload();
    await expect(banner(cy), 'a screen that is opened now says so too').toBeVisible();
    await ada.goto('/preflight');
    await expect(ada.getByText('Paging is out: none of these pages may reach anybody.')).toBeVisible();

    balancer.unknown.clear();
    await app.advance(5 * MINUTE);
    for (const page of [ada, cy]) await expect(banner(page)).toBeHidden({ timeout });
    expect(await health()).toEqual({ status: 200, why: null });
    expect(await metric('quarterdeck_paging_out')).toBe(0);
    await expectNotice(ada, 'Quarterdeck: pages may not arrive');
    await expectNotice(ada, 'Quarterdeck: paging works again');
  } finally {
    await app.dispose();
    await balancer.close();
  }
});
