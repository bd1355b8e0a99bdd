import { type Page } from '@playwright/test';
import { io, type Socket } from 'socket.io-client';
import { type ClientToServer, type JoinAnswer, livePath, type ServerToClient } from '@/lib/live/contract';
import { choose, expectLive, press } from './fixtures/acts';
import { expect, test as base } from './fixtures/test';

type Client = Socket<ServerToClient, ClientToServer>;

/** `dial` opens the live contract as a program does, with a session's cookie or a token. */
const test = base.extend<{ dial: (credential: { cookie: string } | { token: string }) => Client }>({
  dial: async ({ app }, use) => {
    const opened: Client[] = [];
    await use((credential) => {
      const socket: Client = io(app.url, {
        path: livePath,
        transports: ['websocket'],
        forceNew: true,
        ...('token' in credential ? { auth: credential } : { extraHeaders: credential }),
      });
      opened.push(socket);
      return socket;
    });
    for (const socket of opened) socket.disconnect();
  },
});

const title = 'Salaries of everyone are on the intranet';

const join = (socket: Client, request: Parameters<ClientToServer['join']>[0]): Promise<JoinAnswer> =>
  socket.timeout(5_000).emitWithAck('join', request);

async function cookieOf(page: Page): Promise<string> {
  const cookies = await page.context().cookies();
  return cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
}

/** Keeps a file for an incident and answers with its address. */
async function keepFile(page: Page, number: number): Promise<string> {
  const answer = await page.request.post(`/evidence?incident=${number}&name=list.txt`, {
    data: Buffer.from('name;salary'),
    headers: { 'content-type': 'application/octet-stream' },
  });
  await expect(answer, await answer.text()).toBeOK();
  return `/evidence/${((await answer.json()) as { fileId: string }).fileId}`;
}

test('a private incident does not exist for anybody else: not on a screen, not in the API, not on the line', async ({
  company,
  dial,
  enter,
  machine,
}) => {
  test.setTimeout(120_000);
  const chief = await machine('administrator');
  const robot = await machine('responder');
  const [bea, cy] = await Promise.all([enter('bea'), enter('cy')]);
  await expectLive(bea);
  await expectLive(cy);
  const line = dial({ cookie: await cookieOf(cy) });
  const machineLine = dial({ token: company.tokens.responder });
  const heard: number[] = [];
  for (const socket of [line, machineLine]) {
    await join(socket, { board: true });
    socket.on('incident', ({ number }) => heard.push(number));
    socket.on('fact', ({ stream }) => heard.push(Number(stream.split(':')[1])));
  }

  const secret = await chief.declare({ title, severity: 'Critical', private: true, visibleTo: ['bea@example.com'] });
  await chief.post(`/${secret}/notes`, { text: 'A salary list was shared at 09:12.' });
  const evidence = await keepFile(bea, secret);
  const open = await robot.declare({ title: 'The intranet is slow', severity: 'Critical' });

  // Whoever is named is told and sees it everywhere.
  await expect(bea.getByRole('link', { name: title })).toBeVisible();
  await expect(bea.getByRole('button', { name: 'Notices, 2 unread' })).toBeVisible();

  // For Cy, who is not, there is but the other one.
  await expect(cy.getByRole('link', { name: 'The intranet is slow' })).toBeVisible();
  await expect(cy.getByRole('button', { name: 'Notices, 1 unread' })).toBeVisible();
  await expect(cy.getByRole('list', { name: /Open incidents/ }).getByRole('listitem')).toHaveCount(1);
  await cy.reload();
  await expect(cy.getByRole('list', { name: /Open incidents/ }).getByRole('listitem')).toHaveCount(1);
  await cy.getByRole('button', { name: 'Notices, 1 unread' }).click();
  await expect(cy.getByRole('dialog', { name: 'Notices' })).toContainText('The intranet is slow');
  await expect(cy.getByRole('dialog', { name: 'Notices' })).not.toContainText('alaries');
  await press(cy, 'Escape');

  await press(cy, 'Control+k');
  await cy.getByPlaceholder(/Find an incident/).fill('intranet');
  await expect(cy.getByRole('option', { name: /The intranet is slow/ })).toBeVisible();
  await expect(cy.getByRole('option', { name: /alaries/ })).toHaveCount(0);
  await press(cy, 'Escape');

  await press(cy, 'd');
  const declare = cy.getByRole('dialog', { name: 'Declare an incident' });
  await declare.getByLabel('What is wrong?').fill('Salaries on the intranet, which is slow');
  await expect(declare.getByRole('link', { name: /The intranet is slow/ })).toBeVisible();
  await expect(declare.getByRole('link', { name: /alaries of everyone/ })).toHaveCount(0);
  await press(cy, 'Escape');

  const addresses = [`/incidents/${secret}`, `/incidents/${secret}/export?format=json`, evidence];
  for (const address of addresses) {
    expect((await bea.request.get(address)).status(), `Bea at ${address}`).toBe(200);
    const answer = await cy.request.get(address);
    expect(answer.status(), `Cy at ${address}`).toBe(404);
    expect(await answer.text()).not.toContain('alaries');
  }
  for (const address of ['/', '/incidents', '/incidents?q=salaries', '/incidents?q=intranet', '/cadence']) {
    const answer = await cy.request.get(address);
    await expect(answer, `Cy at ${address}`).toBeOK();
    expect(await answer.text()).not.toContain('alaries of everyone');
  }

  // The API: by a token, which can never be named.
  const own = `/api/v1/incidents/${secret}`;
  for (const path of ['', '/facts']) expect((await robot.http.get(own + path)).status()).toBe(404);
  const note = await robot.http.post(`${own}/notes`, { data: { text: 'I am here too.' } });
  expect(note.status()).toBe(404);
  const nobody = await robot.http.get(`/api/v1/incidents/${secret + 1_000}`);
  const hidden = await robot.http.get(own);
  expect(await hidden.json()).toEqual(await nobody.json());
  for (const query of ['', '?q=salaries', '?q=intranet', '?open=true']) {
    const { incidents } = (await (await robot.http.get(`/api/v1/incidents${query}`)).json()) as {
      incidents: { number: number }[];
    };
    expect(incidents.map(({ number }) => number)).not.toContain(secret);
  }

  // The line: no way in, and not a word of it on the board.
  for (const socket of [line, machineLine]) {
    expect(await join(socket, { incident: secret })).toMatchObject({ ok: false, refusal: 'not-found' });
    const board = await join(socket, { board: true });
    expect(JSON.stringify(board)).not.toContain('alaries');
  }
  await chief.post(`/${secret}/notes`, { text: 'It was taken down.' });
  const before = heard.length;
  await robot.post(`/${open}/phase`, { to: 'investigating' });
  await expect.poll(() => heard.length).toBeGreaterThan(before);
  expect(new Set(heard)).toEqual(new Set([open]));
});

test('whoever is taken off a private incident is out in the same moment', async ({ dial, enter, machine }) => {
  const chief = await machine('administrator');
  const title = 'The list of redundancies leaked';
  const people = ['bea@example.com', 'cy@example.com'];
  const secret = await chief.declare({ title, severity: 'High', private: true, visibleTo: people });
  const room = `/incidents/${secret}`;
  const [ada, bea, cy, board] = await Promise.all([
    enter('ada', room),
    enter('bea', room),
    enter('cy', room),
    enter('bea'),
  ]);
  for (const page of [ada, bea, cy, board]) await expectLive(page);
  await expect(board.getByRole('link', { name: title })).toBeVisible();
  const line = dial({ cookie: await cookieOf(bea) });
  await join(line, { incident: secret });
  const putOut = new Promise<number>((resolve) => line.on('put-out', ({ incident }) => resolve(incident)));
  const heard: string[] = [];
  line.on('fact', ({ kind }) => heard.push(kind));

  await ada.getByRole('button', { name: 'Private' }).click();
  const access = ada.getByRole('dialog', { name: 'Who sees this incident' });
  await access.getByRole('button', { name: 'Remove Bea Lind' }).click();
  await access.getByRole('button', { name: 'Save access' }).click();

  await expect(bea.getByText(`You no longer see INC-${secret}`)).toBeVisible();
  await expect(bea.getByText(title)).toHaveCount(0);
  await expect(board.getByRole('link', { name: title })).toBeHidden();
  expect(await putOut).toBe(secret);
  expect(await join(line, { incident: secret })).toMatchObject({ ok: false, refusal: 'not-found' });

  await chief.post(`/${secret}/notes`, { text: 'Only for those who are left.' });
  await cy.getByRole('region', { name: 'Timeline' }).getByRole('link', { name: 'Everything' }).click();
  await expect(cy.getByText('Only for those who are left.')).toBeVisible();
  await join(line, { board: true });
  expect(heard).not.toContain('note.added');
  const back = await bea.request.get(room);
  expect(back.status()).toBe(404);
});

test('an open incident made private goes out of sight everywhere at once', async ({ enter, machine }) => {
  const chief = await machine('administrator');
  const number = await chief.declare({ title: 'Keys are on a public page', severity: 'High' });
  const [ada, cy, board] = await Promise.all([
    enter('ada', `/incidents/${number}`),
    enter('cy', `/incidents/${number}`),
    enter('di'),
  ]);
  for (const page of [ada, cy, board]) await expectLive(page);
  await expect(board.getByRole('link', { name: 'Keys are on a public page' })).toBeVisible();
  await press(ada, 'i a');
  const access = ada.getByRole('dialog', { name: 'Who sees this incident' });
  await access.getByRole('radio', { name: /Named people/ }).check();
  await choose(ada, 'People', 'Bea Lind');
  await press(ada, 'Escape');
  await access.getByRole('button', { name: 'Save access' }).click();
  await expect(cy.getByText(`You no longer see INC-${number}`)).toBeVisible();
  await expect(board.getByRole('link', { name: 'Keys are on a public page' })).toBeHidden();
  await expect(ada.getByRole('heading', { name: 'Keys are on a public page' })).toBeVisible();
});
