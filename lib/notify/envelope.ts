import { type ChannelSettings } from '@/lib/core/notification/channel-settings';
import { type Language } from '@/lib/core/language/language';
import { type Instant } from '@/lib/core/instant';

/** One notice to one recipient on one channel, ready to leave. Texts are plain; each channel escapes them for itself. */
export interface Envelope {
  /** The same for every try: receivers that know such keys take the notice once. */
  key: string;
  /** Of what is said beside title and body. */
  language: Language;
  /** The address as `addressInput` kept it. */
  to: string;
  /** One line: `INC-42 Critical: Payments fail`. */
  title: string;
  body: string;
  /** Absolute. */
  url: string;
  /** Absolute: a page that answers once, without a sign-in; null where nothing is asked of the reader. */
  acknowledgeUrl: string | null;
  /** Absolute: where a telephone company tells of delivery and of keys pressed; it must itself name the notice. */
  callbackUrl: string | null;
  /** Its reader has no account here, so that nothing leads into Quarterdeck; `replyTo`: whom an answer reaches. Null for our people. */
  outsider: { replyTo: string | null } | null;
  /** A page, not news. */
  urgent: boolean;
  severity: string | null;
  at: Instant;
  /** The moment of this try, by the clock that decides: a node's own may be wrong. */
  now: Instant;
}

/** `providerId`: what the provider calls the message, for its later word on it. */
export interface Sent {
  providerId: string | null;
}

/** Sends one notice. Throws `Undeliverable` where no other try can help; any other error is temporary. */
export type Send = (envelope: Envelope, settings: ChannelSettings) => Promise<Sent>;

/** The receiver will never take this notice at this address: do not try again. The message says why, without secrets. */
export class Undeliverable extends Error {
  override name = 'Undeliverable';
}

/** The address itself is dead: nothing will ever arrive there again. */
export class Gone extends Undeliverable {
  override name = 'Gone';
}

/** The receiver may take it later; `retryAfterMs` is how long it asked to be left alone, null where it did not say. */
export class TryLater extends Error {
  override name = 'TryLater';
  constructor(
    message: string,
    readonly retryAfterMs: number | null = null,
  ) {
    super(message);
  }
}

/** This one address got more than it takes: an answer of a host that is well. */
export class Throttled extends TryLater {
  override name = 'Throttled';
}

/** Its receiver asked to be left alone for `retryAfterMs` more: nothing was handed to it. */
export class Resting extends TryLater {
  override name = 'Resting';
}
