import { sentenceOf } from '../incident/sentence';
import { silenceWords } from '../notification/silence';
import { type Texts } from './texts';

export const english: Texts = {
  severity: { Critical: 'Critical', High: 'High', Medium: 'Medium', Low: 'Low' },
  happened: sentenceOf,
  page: {
    asks: 'You are paged: acknowledge it, or say that you cannot.',
    unanswered: 'Nobody answered the page: open the incident and take it, or call somebody.',
    services: ({ names }) => `Services: ${names.join(', ')}.`,
    since: ({ when }) => `Since ${when}.`,
  },
  secret: {
    title: ({ number }) => `INC-${number}: a private incident`,
    news: 'Something happened that concerns you. It is told inside Quarterdeck alone.',
  },
  acts: {
    acknowledge: 'Acknowledge',
    cannot: 'I cannot',
    openIn: 'Open in Quarterdeck',
    open: 'Open',
    openRoom: 'Open the room',
  },
  reply: 'Reply 1 to acknowledge, 2 if you cannot.',
  voice: {
    intro: 'This is Quarterdeck.',
    incident: ({ number }) => `Incident ${number}`,
    press: 'To acknowledge, press 1. If you cannot, press 2.',
    noKey: 'No key was pressed. Goodbye.',
    unclear: 'That was neither 1 nor 2.',
  },
  answered: {
    acknowledged: 'Acknowledged. You have it, and nobody else is called.',
    declined: 'Noted. The next are called.',
    none: 'No page waits for an answer from this number.',
    used: 'This link was used already.',
    expired: 'This link is too old to answer by. Sign in to answer.',
    over: 'Nobody needs to answer this page any more.',
  },
  link: {
    paged: ({ name, when }) => `${name} was paged at ${when}`,
    explains: 'Acknowledge, and nobody else is called. If you cannot, whoever is next is called at once.',
    acknowledged: 'You acknowledged: nobody else is called. Open the room to see what is known and to take command.',
    byOther: ({ name }) => `${name} acknowledged: you need not answer any more.`,
    declined: 'You said that you cannot: whoever is next is called.',
  },
  pushed: { acknowledged: 'Acknowledged: nobody else is called' },
  code: {
    title: 'Quarterdeck: is this yours?',
    body: ({ code, minutes }) =>
      `Your code is ${code}. It works for ${minutes} minutes. If you did not ask for it, do nothing.`,
  },
  test: {
    title: 'A test from Quarterdeck',
    body: ({ name }) =>
      `${name}, this is how Quarterdeck reaches you here. Nothing happened and nothing is asked of you.`,
  },
  outage: {
    title: 'Quarterdeck: pages may not arrive',
    silent: silenceWords,
    body: ({ why, when }) =>
      `${why} The last sign that paging works came at ${when}. Pages may not reach anybody: call people yourselves until you are told that paging works again.`,
    backTitle: 'Quarterdeck: paging works again',
    back: ({ span, when }) =>
      `It was out for ${span}, since ${when}. Settings, Channels, shows what was given up meanwhile.`,
  },
  gone: {
    title: ({ way }) => `Nothing reaches you by ${way} any more`,
    browser: 'This browser no longer takes messages: turn it on again there, under Settings, Notifications.',
    address: 'Its receiver says that the address is gone: remove it or give another, under Settings, Notifications.',
  },
  rota: {
    title: ({ schedule }) => `On call in ${schedule}`,
    soon: ({ when }) => `Your shift begins soon: ${when}.`,
    offered: ({ offerer, shift, back, note }) =>
      `${offerer} offers you a shift: ${shift}.${back ? ` For your shift ${back}.` : ''}${note ? ` ${note}` : ''}`,
    taken: ({ by, shift, back }) => `${by} takes your shift: ${shift}.${back ? ` You take ${back}.` : ''}`,
    declined: ({ by, shift }) => `${by} cannot take your shift: ${shift}. It is still yours.`,
  },
};
