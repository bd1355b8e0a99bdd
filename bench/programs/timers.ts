// A node that does nothing but fire timers.
import { startTimers } from '@/lib/timers/run';

startTimers();
process.send?.('ready');
