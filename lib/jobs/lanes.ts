import { SECOND } from '@/lib/core/instant';
import { type ChannelName } from '@/lib/core/notification/channels';
import { type HeldBack, isUnhurried, type TakenDelivery } from '@/lib/store/delivery-queue';

/** A process sends one at a time at first, and one more at once for each so many that it sent: one that dies soon leaves little behind. */
const perMore = 12;
/** For so long it has no more underway than it has places, for the same reason. */
const youth = 10 * SECOND;
/** What takes longer is at a server that dawdles, and gives its place to the next. */
const dawdlesAfterMs = 100;
/** Of the places, the part that is kept for pages: mail for everyone at a server that dawdles holds up none. */
const keptForPages = 1 / 4;
/** Pages of one person that may dawdle before no more of theirs are begun. */
const mostOfOne = 8;
/** Messages that may dawdle beside those that keep a place, for each place. */
const besidePerPlace = 24;

/** Ways that lead to one server of the installation's, which gets no more at once than there are places. */
const shared: readonly ChannelName[] = ['email', 'sms', 'voice'];

type Underway = Pick<TakenDelivery, 'personId' | 'channel' | 'purpose'>;

/**
 * What is on its way from one process, and what may be begun beside it. There are `places` for messages under way; whoever does not
 * answer within 100 ms gives its place to the next and dawdles on. So whatever the receivers of others do, a page that is due begins
 * within 100 ms for each `places` pages that are due before it (for each page, while the process has sent little), as long as fewer than
 * 24 × `places` messages dawdle and the process is older than `youngForMs` milliseconds. One person's silent receivers are at most
 * 7 + `places` of these, whatever their number, and silent mail servers and telephone companies at most `places` by each channel: with 8
 * places more than ten people would have to have so many at once. Then, and in its youth, a page may wait for as long as a receiver may
 * take, 10 seconds.
 */
export class Lanes {
  private readonly underway = new Set<Underway>();
  private readonly dawdling = new Set<Underway>();
  private readonly born = performance.now();
  private readonly mostUnhurried: number;
  private settled = 0;

  constructor(
    private readonly look: () => void,
    private readonly places: number,
    private readonly youngForMs = youth,
  ) {
    this.mostUnhurried = places - Math.floor(places * keptForPages);
  }

  /** How many may be begun at once now. */
  free(): number {
    const open = Math.min(this.places, 1 + Math.floor(this.settled / perMore));
    const beside = performance.now() - this.born < this.youngForMs ? 0 : this.places * besidePerPlace;
    const most = Math.min(open + this.dawdling.size, this.places + beside);
    // All of them may go to one shared server.
    const room = shared.map((channel) => this.places - this.by(channel)).filter((left) => left > 0);
    return Math.max(0, Math.min(most - this.underway.size, ...room));
  }

  /** How many of what calls nobody may be begun now. */
  freeForOthers(): number {
    return Math.max(0, this.mostUnhurried - [...this.underway].filter(isUnhurried).length);
  }

  /** What nothing more is to be begun of now. */
  held(): HeldBack {
    const calling = new Map<string, number>();
    for (const each of this.dawdling)
      if (each.personId !== null && !isUnhurried(each))
        calling.set(each.personId, (calling.get(each.personId) ?? 0) + 1);
    const people = [...calling].flatMap(([person, count]) => (count >= mostOfOne ? [person] : []));
    return { people, channels: shared.filter((channel) => this.by(channel) >= this.places) };
  }

  private by(channel: ChannelName): number {
    return [...this.underway].filter((each) => each.channel === channel).length;
  }

  /** Does `work` for one message, and looks for more when it dawdles and when it ends. */
  async run(one: Underway, work: () => Promise<void>): Promise<void> {
    this.underway.add(one);
    const dawdles = setTimeout(() => {
      this.dawdling.add(one);
      this.look();
    }, dawdlesAfterMs);
    try {
      await work();
    } finally {
      clearTimeout(dawdles);
      this.dawdling.delete(one);
      this.underway.delete(one);
      this.settled += 1;
      this.look();
    }
  }
}
