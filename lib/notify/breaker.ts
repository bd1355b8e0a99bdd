import {
  type CircuitBreakerPolicy,
  CircuitState,
  ConsecutiveBreaker,
  circuitBreaker,
  handleAll,
  isBrokenCircuitError,
} from 'cockatiel';
import { type ChannelName } from '@/lib/core/notification/channels';
import { type Instant, instantOf } from '@/lib/core/instant';
import { figures } from '@/lib/figures';
import { Throttled, TryLater, Undeliverable } from './envelope';

/** `half-open`: one notice is on its way to see whether the destination is back. */
export type BreakerState = 'closed' | 'open' | 'half-open';

export interface BreakerKey {
  channel: ChannelName;
  destination: string;
}

export interface BreakerView extends BreakerKey {
  state: BreakerState;
  /** The last error that counted; null where none did since it closed. */
  reason: string | null;
  since: Instant;
}

/** The destination is broken off: nothing was handed to it, and a notice goes by another way at once. */
export class BrokenOff extends TryLater {
  override name = 'BrokenOff';
}

interface Breaker {
  policy: CircuitBreakerPolicy;
  view: BreakerView;
  /** By the steady clock, which nobody can move. */
  openedAt: number;
}

interface Options {
  /** Temporary failures in a row that break a destination off. */
  failures?: number;
  /** How long it is then left alone before one notice tries it. */
  probeAfterMs?: number;
  onChange?: (key: BreakerKey, state: BreakerState, reason: string | null) => void;
}

const names: Record<CircuitState, BreakerState> = {
  [CircuitState.Closed]: 'closed',
  [CircuitState.Open]: 'open',
  [CircuitState.Isolated]: 'open',
  [CircuitState.HalfOpen]: 'half-open',
};

/** What this process knows of every destination that it handed notices to. */
export class Breakers {
  private readonly known = new Map<string, Breaker>();
  private readonly options: Required<Options>;

  constructor({ failures = 5, probeAfterMs = 30_000, onChange = () => undefined }: Options = {}) {
    this.options = { failures, probeAfterMs, onChange };
  }

  /**
   * Does `work` unless its destination is broken off, when it throws `BrokenOff`. An `Undeliverable` or `Throttled` is an answer: it
   * counts for the destination, not against it.
   */
  async run<T>(key: BreakerKey, work: () => Promise<T>): Promise<T> {
    const { policy, view, openedAt } = this.of(key);
    const left = policy.state === CircuitState.Open && performance.now() - openedAt < this.options.probeAfterMs;
    // While one notice probes, the others do not wait for what it finds.
    if (left || policy.state === CircuitState.HalfOpen) throw brokenOff(view);
    const answered = await this.through(policy, view, work);
    view.reason = null;
    if (answered.refused) throw answered.refused;
    return answered.result;
  }

  private async through<T>(policy: CircuitBreakerPolicy, view: BreakerView, work: () => Promise<T>) {
    try {
      return await policy.execute(async () => {
        try {
          return { result: await work(), refused: null };
        } catch (error) {
          if (error instanceof Undeliverable || error instanceof Throttled) return { result: null, refused: error };
          view.reason = error instanceof Error ? error.message : String(error);
          throw error;
        }
      });
    } catch (error) {
      if (!isBrokenCircuitError(error)) throw error;
      throw brokenOff(view);
    }
  }

  /** Every destination so far, the broken ones first. */
  views(): BreakerView[] {
    return [...this.known.values()]
      .map(({ view }) => ({ ...view }))
      .sort((a, b) => Number(a.state === 'closed') - Number(b.state === 'closed'));
  }

  private of({ channel, destination }: BreakerKey): Breaker {
    const name = `${channel} ${destination}`;
    const found = this.known.get(name);
    if (found) return found;
    const { failures, onChange } = this.options;
    const policy = circuitBreaker(handleAll, {
      // The library goes by a clock that the operating system may move back: how long to leave it alone is judged above.
      halfOpenAfter: -Infinity,
      breaker: new ConsecutiveBreaker(failures),
    });
    const view: BreakerView = { channel, destination, state: 'closed', reason: null, since: instantOf(Date.now()) };
    const made: Breaker = { policy, view, openedAt: 0 };
    policy.onStateChange((state) => {
      if (state === CircuitState.Open) made.openedAt = performance.now();
      Object.assign(view, { state: names[state], since: instantOf(Date.now()) });
      showState(view);
      onChange({ channel, destination }, view.state, view.reason);
    });
    showState(view);
    this.known.set(name, made);
    return made;
  }
}

const states: BreakerState[] = ['closed', 'open', 'half-open'];

function showState({ channel, destination, state }: BreakerView): void {
  for (const each of states) figures.breakerState.set({ channel, destination, state: each }, each === state ? 1 : 0);
}

function brokenOff({ destination, reason }: BreakerView): BrokenOff {
  return new BrokenOff(`${destination} failed too often and is left alone for now${reason ? `: ${reason}` : '.'}`);
}
