import { createHash } from 'node:crypto';
import { type ChannelName } from '@/lib/core/notification/channels';

/**
 * What this process knows of addresses whose receivers asked to be left alone: one webhook that is throttled says nothing about those of
 * others at the same host. By the steady clock, which nobody can move.
 */
export class Rests {
  private readonly until = new Map<string, number>();

  /** Leaves an address alone for `ms` milliseconds from now, or as long as it asked for before where that is longer. */
  leave(channel: ChannelName, address: string, ms: number): void {
    const now = performance.now();
    for (const [name, until] of this.until) if (until <= now) this.until.delete(name);
    const name = nameOf(channel, address);
    this.until.set(name, Math.max(now + ms, this.until.get(name) ?? 0));
  }

  /** Milliseconds for which an address is to be left alone; 0 for one that may be called. */
  leftOf(channel: ChannelName, address: string): number {
    return Math.max(0, (this.until.get(nameOf(channel, address)) ?? 0) - performance.now());
  }
}

/** Addresses are secrets: only what they hash to is kept. */
function nameOf(channel: ChannelName, address: string): string {
  return `${channel} ${createHash('sha256').update(address).digest('base64')}`;
}
