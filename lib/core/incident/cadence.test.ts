import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MINUTE, between, plus } from '../instant';
import { answered, nextCadenceStep, onTimeShare, overdueLevel, replanned, startCadence, stopped } from './cadence';
import { Story, kindsOf, robot, start } from './sample';

const fields = {
  status: 'Payments API returns 502',
  actions: 'Rolling back',
  next: 'Confirm error rate',
  estimate: { kind: 'unknown' as const },
};

describe('the update deadline', () => {
  it('comes 15 minutes after declaring, then nudges at 2, tells the room at 5, and counts as unowned at 10', () => {
    const story = new Story();
    story.act('ada', 'take-role', { role: 'commander' });
    const fired = story.pass(60).filter(({ kind }) => kind.startsWith('cadence.'));
    expect(fired.map((fact) => [fact.kind, between(start, fact.recordedAt) / MINUTE])).toEqual([
      ['cadence.due', 15],
      ['cadence.overdue', 17],
      ['cadence.overdue', 20],
      ['cadence.overdue', 25],
    ]);
    const levels = fired.flatMap((fact) => (fact.kind === 'cadence.overdue' ? fact.data.level : []));
    expect(levels).toEqual(['nudge', 'room', 'unowned']);
  });

  it('moves with a human update and never with one by a token', () => {
    const story = new Story();
    story.pass(10);
    story.act(robot, 'post-update', fields);
    expect(story.incident.update?.human).toBe(false);
    expect(story.incident.cadence.dueAt).toBe(plus(start, 15 * MINUTE));
    story.act('bea', 'post-update', fields);
    expect(story.incident.cadence.dueAt).toBe(plus(start, 25 * MINUTE));
    expect(story.incident.cadence).toMatchObject({ onTime: 1, late: 0, longestSilenceMs: 10 * MINUTE });
  });

  it('counts a late update, and forgets nothing of the score', () => {
    const story = new Story();
    story.pass(21);
    const facts = story.act('bea', 'post-update', fields);
    expect(facts).toMatchObject([{ data: { onTime: false, dueAt: plus(start, 15 * MINUTE) } }]);
    story.act('bea', 'post-update', fields);
    expect(onTimeShare(story.incident.cadence)).toBe(0.5);
    expect(story.incident.cadence.longestSilenceMs).toBe(21 * MINUTE);
  });

  it('after a stop says once that it is due and once how far it has gone, marked late', () => {
    const story = new Story();
    const fired = story.pass(28, true).filter(({ kind }) => kind.startsWith('cadence'));
    expect(kindsOf(fired)).toEqual(['cadence.due', 'cadence.overdue']);
    expect(fired[0]).toMatchObject({ data: { lateMs: 13 * MINUTE } });
    expect(fired[1]).toMatchObject({ data: { level: 'unowned' } });
  });

  it('is snoozed once, by at most 15 minutes, with a reason', () => {
    const story = new Story();
    story.pass(12);
    expect(() => story.act('ada', 'snooze-update', { minutes: 16, reason: 'on the phone' })).toThrow();
    story.act('ada', 'snooze-update', { minutes: 5, reason: 'on the phone with Stripe' });
    expect(story.incident.cadence.dueAt).toBe(plus(start, 20 * MINUTE));
    expect(kindsOf(story.act('ada', 'snooze-update', { minutes: 5, reason: 'again' }))).toEqual([
      'refused: illegal-move',
    ]);
  });

  it('asks for a hypothesis or help at the third “no change” in a row', () => {
    const story = new Story();
    const same = { estimate: { kind: 'unknown' as const } };
    expect(kindsOf(story.act('ada', 'confirm-no-change', same))).toEqual(['refused: illegal-move']);
    story.act('ada', 'post-update', fields);
    story.act('ada', 'confirm-no-change', same);
    story.act('ada', 'confirm-no-change', same);
    expect(kindsOf(story.act('ada', 'confirm-no-change', same))).toEqual(['refused: needs-reason']);
    expect(kindsOf(story.act('ada', 'confirm-no-change', { ...same, askForHelp: true }))).toEqual([
      'update.posted',
      'help.asked',
    ]);
    expect(story.incident.update).toMatchObject({ status: fields.status, next: fields.next });
  });

  it('is re-planned by severity, counted from the same last word', () => {
    const story = new Story({ severity: 'Low' });
    story.act('ada', 'take-role', { role: 'commander' });
    expect(story.incident.cadence.dueAt).toBeNull();
    story.pass(30);
    story.act('ada', 'change-severity', { to: 'Critical' });
    expect(story.incident.cadence.dueAt).toBe(plus(start, 45 * MINUTE));
    story.act('ada', 'change-severity', { to: 'Low', reason: 'only one customer' });
    expect(story.incident.cadence.dueAt).toBeNull();
  });

  it('ends with the work, and counts what was missed', () => {
    const story = new Story();
    story.pass(20);
    story.act('ada', 'change-phase', { to: 'resolved' });
    expect(story.incident.cadence).toMatchObject({ dueAt: null, late: 1, longestSilenceMs: 20 * MINUTE });
  });
});

describe('cadence arithmetic', () => {
  const minutes = fc.integer({ min: 1, max: 240 });
  it('always owes the next update one cadence after the last word', () => {
    fc.assert(
      fc.property(minutes, fc.array(fc.integer({ min: 0, max: 400 }), { maxLength: 30 }), (cadence, gaps) => {
        let state = startCadence(start, cadence);
        let at = start;
        for (const gap of gaps) {
          at = plus(at, gap * MINUTE);
          state = answered(state, at, cadence, false);
          expect(state.dueAt).toBe(plus(at, cadence * MINUTE));
        }
        expect(state.onTime + state.late).toBe(gaps.length);
        expect(state.late).toBe(gaps.filter((gap) => gap > cadence).length);
        expect(state.longestSilenceMs).toBe(Math.max(0, ...gaps) * MINUTE);
      }),
    );
  });

  it('steps forward in time, and the level told is the last one passed', () => {
    fc.assert(
      fc.property(minutes, fc.integer({ min: 0, max: 40 }), (cadence, late) => {
        const state = startCadence(start, cadence);
        const now = plus(state.dueAt ?? start, late * MINUTE);
        const level = overdueLevel(state, now);
        expect(level).toBe(late >= 10 ? 'unowned' : late >= 5 ? 'room' : late >= 2 ? 'nudge' : null);
        const next = nextCadenceStep({ ...state, reached: level ?? 'due' });
        if (next !== null) expect(next > now || level === null).toBe(true);
      }),
    );
  });

  it('re-planning to the same rhythm changes nothing; stopping owes nothing', () => {
    fc.assert(
      fc.property(minutes, minutes, (cadence, passed) => {
        const state = startCadence(start, cadence);
        const now = plus(start, passed * MINUTE);
        expect(replanned(state, cadence, now)).toEqual(state);
        expect(stopped(state, now).dueAt).toBeNull();
      }),
    );
  });
});

describe('lowering and raising again', () => {
  it('wins no time: the deadline that stood before stands again, and so does how far it has gone', () => {
    const story = new Story();
    story.act('ada', 'take-role', { role: 'commander' });
    story.pass(18);
    const { dueAt, reached } = story.incident.cadence;
    story.act(robot, 'change-severity', { to: 'Low', reason: 'looks small' });
    expect(story.incident.cadence.dueAt).toBeNull();
    story.act(robot, 'change-severity', { to: 'Critical' });
    expect(story.incident.cadence).toMatchObject({ dueAt, reached });
  });

  it('gives no second snooze', () => {
    const story = new Story();
    story.act('ada', 'snooze-update', { minutes: 5, reason: 'on the phone' });
    story.act('ada', 'change-severity', { to: 'Low', reason: 'looks small' });
    story.act('ada', 'change-severity', { to: 'Critical' });
    expect(kindsOf(story.act('ada', 'snooze-update', { minutes: 5, reason: 'again' }))).toEqual([
      'refused: illegal-move',
    ]);
  });
});
