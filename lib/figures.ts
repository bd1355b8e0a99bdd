import { Counter, Gauge, Histogram, Registry } from 'prom-client';

/**
 * What this process counts of itself, for Prometheus. Labels hold names of ours, and the hosts that notices are handed to:
 * never an incident, a person or a text.
 */
function makeFigures() {
  const registry = new Registry();
  const registers = [registry];
  /** What is looked at only when somebody asks; whoever knows puts it here. */
  const seen = { sockets: () => 0, joined: () => ({ incident: 0, board: 0 }) };
  new Gauge({
    name: 'quarterdeck_sockets_connected',
    help: 'Live connections to this process',
    registers,
    collect() {
      this.set(seen.sockets());
    },
  });
  new Gauge({
    name: 'quarterdeck_sockets_joined',
    help: 'Sockets in the rooms of incidents and of the board, once for each room they are in',
    labelNames: ['room'],
    registers,
    collect() {
      for (const [room, count] of Object.entries(seen.joined())) this.set({ room }, count);
    },
  });
  return {
    registry,
    seen,
    acts: new Counter({
      name: 'quarterdeck_acts_total',
      help: 'Acts of people and machines, by name; the outcome is done, the code of a refusal, or broke',
      labelNames: ['act', 'outcome'],
      registers,
    }),
    actSeconds: new Histogram({
      name: 'quarterdeck_act_seconds',
      help: 'Time that an act took from its parsing to its commit',
      labelNames: ['act'],
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
      registers,
    }),
    timersFired: new Counter({
      name: 'quarterdeck_timers_fired_total',
      help: 'Timers that this process fired, by kind; settled ones found nothing to do any more',
      labelNames: ['kind', 'outcome'],
      registers,
    }),
    timerLateness: new Histogram({
      name: 'quarterdeck_timer_lateness_seconds',
      help: 'From the moment a timer was due to the moment it was decided',
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5, 30, 300],
      registers,
    }),
    factsDelivered: new Counter({
      name: 'quarterdeck_facts_delivered_total',
      help: 'Facts sent to sockets as they happened, once for each socket',
      registers,
    }),
    linesCutOff: new Counter({
      name: 'quarterdeck_slow_lines_cut_off_total',
      help: 'Sockets cut off because they read too slowly',
      registers,
    }),
    noticesWritten: new Counter({
      name: 'quarterdeck_notices_written_total',
      help: 'Notices written, once for each recipient and channel',
      labelNames: ['kind'],
      registers,
    }),
    noticesSent: new Counter({
      name: 'quarterdeck_notices_sent_total',
      help: 'Tries to send a notice, by channel; a failed one is tried again, a refused one is not, one broken off never left',
      labelNames: ['channel', 'outcome'],
      registers,
    }),
    noticeSeconds: new Histogram({
      name: 'quarterdeck_notice_send_seconds',
      help: 'Time that a provider took to take a notice',
      labelNames: ['channel'],
      buckets: [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
      registers,
    }),
    breakerState: new Gauge({
      name: 'quarterdeck_breaker_state',
      help: '1 for the state in which this process holds a destination: closed, open (left alone since it failed too often) or half-open (one notice tries it)',
      labelNames: ['channel', 'destination', 'state'],
      registers,
    }),
    jobs: new Counter({
      name: 'quarterdeck_jobs_total',
      help: 'Retried work that this process ran, by task; an outcome of error is tried again',
      labelNames: ['task', 'outcome'],
      registers,
    }),
  };
}

const place = Symbol.for('quarterdeck.figures');
const shared = globalThis as { [place]?: ReturnType<typeof makeFigures> };

/** The figures of this process. Next bundles its own copy of this module, so they live where both copies find them. */
export const figures = (shared[place] ??= makeFigures());
