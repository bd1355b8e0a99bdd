// A node that fires timers and sends what leaves the app, and nothing else: at once, or with WAIT set when told to.
import { startSending } from '@/lib/jobs/send-deliveries';
import { startTimers } from '@/lib/timers/run';

function work() {
  startTimers();
  startSending();
}

if (process.env.WAIT) {
  process.once('message', work);
  process.on('disconnect', () => process.exit(0));
} else work();
process.send?.('ready');
process.once('SIGINT', () => process.exit(0));
