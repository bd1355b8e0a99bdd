import { createRequire } from 'node:module';
import { type KnownBlock } from '@slack/types';
import type * as Adaptive from 'adaptivecards';
import { type RESTPostAPIWebhookWithTokenJSONBody } from 'discord-api-types/v10';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type ChannelName, addressInput } from '@/lib/core/notification/channels';
import { send } from './channels';
import { discordMessage } from './channels/discord';
import { mattermostMessage } from './channels/mattermost';
import { slackMessage } from './channels/slack';
import { teamsMessage } from './channels/teams';
import { type Envelope, Gone, TryLater, Undeliverable } from './envelope';
import { literally } from './markdown';
import { type Answer, startHttpReceiver } from './testing/http-receiver';
import { nasty, sampleEnvelope, sampleSettings } from './testing/sample-envelope';

// Its entry for modules names files without their ending, which Node does not find; the bundle is whole.
const bundle: unknown = createRequire(import.meta.url)('adaptivecards/dist/adaptivecards.js');
const { AdaptiveCard, SerializationContext } = bundle as typeof Adaptive;

let answer: Answer = { status: 200, body: 'ok' };
let server: Awaited<ReturnType<typeof startHttpReceiver>>;
beforeEach(async () => {
  answer = { status: 200, body: 'ok' };
  server = await startHttpReceiver(() => answer);
});
afterEach(() => server.stop());

const settings = sampleSettings();
const page = sampleEnvelope('http://chat.example/hook');
const long: Partial<Envelope> = { title: `${nasty} `.repeat(20), body: `${nasty}\n`.repeat(200) };
const variants: Partial<Envelope>[] = [{}, { title: nasty, body: nasty }, long, { acknowledgeUrl: null, body: '' }];

test.each(['slack', 'teams', 'mattermost', 'discord'] as const)('%s gets its JSON by POST', async (channel) => {
  const to = addressInput(channel).parse(`${server.url}/hooks/abc?x=y`);
  const message = {
    slack: slackMessage,
    teams: teamsMessage,
    mattermost: mattermostMessage,
    discord: discordMessage,
  }[channel];
  const envelope = sampleEnvelope(to);
  await send[channel](envelope, settings);
  const [got] = server.got;
  expect(got).toMatchObject({ method: 'POST', path: expect.stringMatching(/^\/hooks\/abc\?x=y/) as unknown });
  expect(got?.headers['content-type']).toBe('application/json');
  expect(JSON.parse(got?.body.toString() ?? '')).toEqual(message(envelope));
});

describe.each<ChannelName>(['slack', 'teams', 'mattermost', 'discord', 'ntfy'])('%s', (channel) => {
  test.each([
    [400, Undeliverable],
    [404, Undeliverable],
    [410, Gone],
    [302, Undeliverable],
    [408, TryLater],
    [429, TryLater],
    [500, TryLater],
    [503, TryLater],
  ])('an answer of %i is told as %o', async (status, kind) => {
    answer = { status, body: 'no_service', headers: { location: 'http://elsewhere.example/' } };
    const failed = await send[channel](sampleEnvelope(`${server.url}/abc`), settings).catch((error: unknown) => error);
    expect(failed).toBeInstanceOf(kind);
    expect(failed instanceof TryLater).toBe(kind === TryLater);
    expect(server.got).toHaveLength(1);
  });
});

describe('Slack', () => {
  test.each(variants)('blocks keep to Block Kit’s types and limits %#', (changes) => {
    const envelope = { ...page, ...changes };
    const { text, blocks } = slackMessage(envelope);
    // Checked by the compiler against Slack's own types.
    const known: KnownBlock[] = blocks;
    for (const block of known) {
      if (block.type === 'header') expect([...block.text.text].length).toBeLessThanOrEqual(150);
      if (block.type === 'section') expect([...(block.text?.text ?? '')].length).toBeLessThanOrEqual(3_000);
    }
    expect(text).not.toMatch(/[<>]/);
    expect(text.length).toBeLessThanOrEqual(40_000);
  });

  test('texts of people are plain text, and mark-up holds our links alone', () => {
    const { blocks } = slackMessage({ ...page, title: nasty, body: nasty });
    expect(blocks.filter(({ text }) => text.type === 'plain_text').map(({ text }) => text.text)).toEqual([
      nasty,
      nasty,
    ]);
    expect(blocks.filter(({ text }) => text.type === 'mrkdwn').map(({ text }) => text.text)).toEqual([
      `*<${page.acknowledgeUrl}|Acknowledge>*  ·  <${page.url}|Open in Quarterdeck>`,
    ]);
  });
});

describe('Teams', () => {
  test.each(variants)('the card is one that Microsoft’s own reader takes without a word %#', (changes) => {
    const envelope = { ...page, ...changes };
    const message = teamsMessage(envelope);
    expect(message).toMatchObject({ type: 'message', attachments: [{ contentUrl: null }] });
    const [attachment] = message.attachments;
    const context = new SerializationContext();
    const card = new AdaptiveCard();
    card.parse(attachment?.content, context);
    const said = Array.from({ length: context.eventCount }, (_, index) => context.getEventAt(index).message);
    expect(said).toEqual([]);
    expect(card.validateProperties().validationEvents).toEqual([]);
    expect(card.getItemCount()).toBe(envelope.body ? 2 : 1);
    expect(Buffer.byteLength(JSON.stringify(message))).toBeLessThan(28 * 1_024);
  });

  test('texts of people are runs, which know no mark-up, and fill nothing in', () => {
    const text = JSON.stringify(teamsMessage({ ...page, title: nasty, body: nasty }));
    expect(text).not.toContain('"TextBlock"');
    expect(text).not.toMatch(/\{\{|\$\{/);
    expect(text).toContain('*x* _y_');
  });
});

describe('Mattermost', () => {
  test('nobody is called by what a text says, and nothing of it is mark-up', () => {
    const { attachments } = mattermostMessage({ ...page, title: nasty, body: nasty });
    const [attachment] = attachments;
    expect(attachment?.text).not.toMatch(/@\w|<!/);
    expect(attachment?.fallback).not.toMatch(/@\w|<!/);
    expect(attachment?.text.split('\n\n').at(-1)).toBe(
      `[**Acknowledge**](${page.acknowledgeUrl})  ·  [Open in Quarterdeck](${page.url})`,
    );
    expect(attachment?.text.replace(/\u200B/g, '')).toContain(literally(nasty));
  });

  test.each(variants)('a message stays within Mattermost’s 16,383 signs %#', (changes) => {
    const [attachment] = mattermostMessage({ ...page, ...changes }).attachments;
    expect([...(attachment?.text ?? '')].length).toBeLessThanOrEqual(16_383);
    expect(attachment?.color).toBe('#d92d20');
  });
});

describe('Discord', () => {
  test.each(variants)('a message keeps to Discord’s types and limits, and calls nobody %#', (changes) => {
    const message = discordMessage({ ...page, ...changes });
    // Checked by the compiler against discord-api-types.
    const known: RESTPostAPIWebhookWithTokenJSONBody = message;
    const [embed] = known.embeds ?? [];
    expect(embed?.title?.length).toBeLessThanOrEqual(256);
    expect(embed?.description?.length).toBeLessThanOrEqual(4_096);
    expect((embed?.title?.length ?? 0) + (embed?.description?.length ?? 0)).toBeLessThanOrEqual(6_000);
    expect(known.allowed_mentions).toEqual({ parse: [] });
    expect(embed?.timestamp).toBe(page.at);
  });

  test('it is asked to wait, and says what the message is called', async () => {
    answer = { status: 200, body: JSON.stringify({ id: '1234567890' }) };
    const sent = await send.discord(sampleEnvelope(`${server.url}/api/webhooks/1/abc?thread_id=7`), settings);
    expect(sent).toEqual({ providerId: '1234567890' });
    expect(server.got[0]?.path).toBe('/api/webhooks/1/abc?thread_id=7&wait=true');
  });
});

describe('ntfy', () => {
  test('a page is published to its topic with the highest priority, and opens where it is acknowledged', async () => {
    answer = { status: 200, body: JSON.stringify({ id: 'hwQ2YpKdmg' }) };
    const envelope = sampleEnvelope(addressInput('ntfy').parse(`http://bea:pw@127.0.0.1:${server.port}/base/alerts`));
    expect(await send.ntfy(envelope, settings)).toEqual({ providerId: 'hwQ2YpKdmg' });
    const [got] = server.got;
    expect(got?.path).toBe('/base/');
    expect(got?.headers.authorization).toBe(`Basic ${Buffer.from('bea:pw').toString('base64')}`);
    expect(JSON.parse(got?.body.toString() ?? '')).toEqual({
      topic: 'alerts',
      title: envelope.title,
      message: envelope.body,
      priority: 5,
      click: envelope.acknowledgeUrl,
      actions: [
        { action: 'view', label: 'Acknowledge', url: envelope.acknowledgeUrl },
        { action: 'view', label: 'Open', url: envelope.url },
      ],
    });
  });

  test('a long text stays a message, and never becomes a file', async () => {
    await send.ntfy(sampleEnvelope(`${server.url}/alerts`, { body: '🔥'.repeat(3_000), urgent: false }), settings);
    const { message, priority } = JSON.parse(server.got[0]?.body.toString() ?? '') as {
      message: string;
      priority: number;
    };
    expect(Buffer.byteLength(message)).toBeLessThanOrEqual(4_096);
    expect(priority).toBe(3);
  });
});
