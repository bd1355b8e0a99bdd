// A node that does nothing but fire timers: at once, or with WAIT set when told to.
import { startTimers } from '@/lib/timers/run';

if (process.env.WAIT) {
  process.once('message', () => void startTimers());
  process.on('disconnect', () => process.exit(0));
} else startTimers();
process.send?.('ready');
process.once('SIGINT', () => process.exit(0));
