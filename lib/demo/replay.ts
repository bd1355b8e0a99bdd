// Plays a story in real time through the real commands, as the sample people, again and again.
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { actOnIncident } from '@/lib/commands/act-on-incident';
import { declareIncident } from '@/lib/commands/declare-incident';
import { type Incident } from '@/lib/core/incident/incident';
import { isOpen } from '@/lib/core/incident/phases';
import { MINUTE, between, plus } from '@/lib/core/instant';
import { isRefusal } from '@/lib/core/refusal';
import { log } from '@/lib/log';
import { readClock } from '@/lib/store/clock';
import { database } from '@/lib/store/database';
import { crewOf, nextPagedAct } from './answer-page';
import { type Who, actorOf } from './company/people';
import { dismissCrew, seatCrew } from './crew';
import { importStory } from './import-story';
import { keepPlay, type Play, readPlay } from './playbook';
import { type World } from './rehearse';
import { resolveDraft } from './resolve-draft';
import { type Production } from './productions';
import { type Step } from './story';

/** A replay stopped for longer than this is not taken up again: its room would be silent for as long. */
const stale = 20 * MINUTE;
const typingMs = 12_000;
const refreshMs = 10_000;

export interface Replay {
  production: Production;
  world: World;
  /** How much faster than the story's own minutes. */
  speed: number;
  signal: AbortSignal;
}

/**
 * Goes on where a former process stopped, or begins in the middle, and resolves once that incident is there; then plays run
 * after run until told to stop. `ended` resolves when it has.
 */
export async function startReplay(replay: Replay): Promise<{ ended: Promise<void> }> {
  const { production, world } = replay;
  const play = (await takeUp(production)) ?? (await beginInTheMiddle(production, world));
  return { ended: playOnAndOn(replay, play) };
}

async function playOnAndOn({ production, world, speed, signal }: Replay, first: Play): Promise<void> {
  const wait = (ms: number) => sleep(Math.max(0, ms / speed), null, { signal });
  try {
    for (let play = first; ; play = await begin(production, world)) {
      await playOn(production, play, wait);
      await wait(production.pause * MINUTE);
    }
  } catch (error) {
    if (signal.aborted) return;
    log.error(
      { error: error instanceof Error ? error.stack : String(error), replay: production.key },
      'a replay ended',
    );
  } finally {
    await dismissCrew(production.key);
  }
}

async function takeUp({ key }: Production): Promise<Play | null> {
  const play = await readPlay(key);
  const incident = play && (await readState(play.number));
  if (!play || !incident || !isOpen(incident.phase)) return null;
  const [last] = await database.$queryRaw<{ at: Date }[]>`
    select max(recorded_at) as at from fact where incident_number = ${play.number} and actor_kind <> 'system'`;
  if (last && between(last.at.toISOString(), await readClock()) < stale) return play;
  const actor = actorOf('bea');
  const reason = 'This replay stood still while Quarterdeck was stopped. A new one begins.';
  await actOnIncident({ actor }, play.number, 'add-note', { text: reason });
  await actOnIncident({ actor }, play.number, 'change-phase', { to: 'resolved', reason });
  return null;
}

async function beginInTheMiddle({ key, story, lead }: Production, world: World): Promise<Play> {
  const until = await readClock();
  const when = { declaredAt: plus(until, -lead * MINUTE), until, read: false };
  const { number, played, refs } = await importStory(story, world, when);
  return kept(key, { run: randomUUID(), number, next: played, minute: lead, refs });
}

async function begin({ key, story }: Production, world: World): Promise<Play> {
  const { declaration, declaredBy, startedMinutesBefore = 0 } = story;
  const run = randomUUID();
  const startedAt = plus(await readClock(), -startedMinutesBefore * MINUTE);
  const services = world.services.filter(({ name }) => declaration.services?.includes(name)).map(({ id }) => id);
  const caller = { actor: actorOf(declaredBy), requestKey: `replay/${run}` };
  const done = await declareIncident(caller, { ...declaration, services, startedAt });
  if (isRefusal(done)) throw new Error(`The replay could not be declared: ${done.message}`);
  return kept(key, { run, number: done.number, next: 0, minute: 0, refs: {} });
}

async function kept(production: string, play: Play): Promise<Play> {
  await keepPlay(production, play);
  return play;
}

/** Plays the steps that are left, unless a visitor ends the incident first. */
async function playOn({ key, story }: Production, play: Play, wait: (ms: number) => Promise<unknown>): Promise<void> {
  let typing: string | null = null;
  const seat = () =>
    seatCrew(key, play.number, typing).catch((error: unknown) =>
      log.warn({ error: String(error) }, 'the crew found no seats'),
    );
  const crew = crewOf(story);
  const answer = () =>
    answerPages(play.number, crew).catch((error: unknown) =>
      log.warn({ error: String(error) }, 'the crew could not answer a page'),
    );
  const refresh = setInterval(() => {
    void seat();
    void answer();
  }, refreshMs);
  try {
    await seat();
    for (const step of story.steps.slice(play.next)) {
      const gap = (step.minute - play.minute) * MINUTE;
      const writing = step.act === 'post-update' ? Math.min(typingMs, gap) : 0;
      await wait(gap - writing);
      if (writing) {
        typing = actorOf(step.who).id;
        await seat();
        await wait(writing);
        typing = null;
      }
      await playStep(play, step);
      await keepPlay(key, play);
      await seat();
      const incident = await readState(play.number);
      if (!incident || !isOpen(incident.phase)) break;
    }
  } finally {
    clearInterval(refresh);
  }
  await dismissCrew(key);
}

/** Whoever was paged a while ago answers, unless a visitor did. */
async function answerPages(number: number, crew: ReadonlySet<Who>): Promise<void> {
  const incident = await readState(number);
  const next = incident && isOpen(incident.phase) ? nextPagedAct(incident, crew) : null;
  if (next && next.at <= (await readClock())) {
    await actOnIncident({ actor: actorOf(next.who) }, number, next.act, next.draft);
  }
}

/** Does one step; what visitors made impossible is left out. */
async function playStep(play: Play, step: Step): Promise<void> {
  const resolved = resolveDraft(step.draft, play.refs, await readClock());
  if (resolved) {
    const caller = { actor: actorOf(step.who), requestKey: `replay/${play.run}/${play.next}` };
    const done = await actOnIncident(caller, play.number, step.act, resolved.draft);
    if (isRefusal(done)) log.debug({ act: step.act, refusal: done.message }, 'a step of the replay was left out');
    else {
      const [first] = done.facts;
      if (step.as && first && 'id' in first.data) play.refs[step.as] = first.data.id;
    }
  }
  play.next += 1;
  play.minute = step.minute;
}

async function readState(number: number): Promise<Incident | null> {
  const row = await database.incident.findUnique({ where: { number }, select: { state: true } });
  return (row?.state as Incident | undefined) ?? null;
}
