export type PushState = 'unavailable' | 'blocked' | 'off' | 'on';

export type PushAsked = { address: string } | { problem: string };

function canBeCalled(): boolean {
  return 'serviceWorker' in navigator && 'PushManager' in window && typeof Notification !== 'undefined';
}

async function subscriptionHere(): Promise<PushSubscription | null> {
  const registration = await navigator.serviceWorker.getRegistration('/sw.js');
  return (await registration?.pushManager.getSubscription()) ?? null;
}

/** The address by which this browser lets itself be called, or null; `unavailable` and `blocked` say why it never can. */
export async function pushHere(): Promise<{ state: PushState; address: string | null }> {
  if (!canBeCalled()) return { state: 'unavailable', address: null };
  if (Notification.permission === 'denied') return { state: 'blocked', address: null };
  const subscription = await subscriptionHere();
  return { state: subscription ? 'on' : 'off', address: subscription && JSON.stringify(subscription) };
}

/** Lets this browser be called by whoever holds `key` (VAPID, base64url). Must be called from a press: browsers ask only then. */
export async function turnPushOn(key: string): Promise<PushAsked> {
  if ((await Notification.requestPermission()) !== 'granted') {
    return { problem: 'This browser does not allow notifications here. Allow them in the address bar’s menu.' };
  }
  try {
    await navigator.serviceWorker.register('/sw.js');
    const { pushManager } = await navigator.serviceWorker.ready;
    // One that was made for another key is of no use any more.
    await (await pushManager.getSubscription())?.unsubscribe();
    const made = await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key });
    return { address: JSON.stringify(made) };
  } catch (error) {
    return {
      problem: `This browser could not be made ready: ${error instanceof Error ? error.message : String(error)}`,
    };
  }
}

export async function turnPushOff(): Promise<void> {
  await (await subscriptionHere())?.unsubscribe();
}

/** What this browser is called among somebody's ways to be reached. */
export function browserName(agent: string): string {
  const names: [RegExp, string][] = [
    [/Edg\//, 'Edge'],
    [/OPR\//, 'Opera'],
    [/Firefox\//, 'Firefox'],
    [/Chrome\//, 'Chrome'],
    [/Safari\//, 'Safari'],
  ];
  const systems: [RegExp, string][] = [
    [/iPhone/, 'iPhone'],
    [/iPad/, 'iPad'],
    [/Android/, 'Android'],
    [/Mac OS X/, 'Mac'],
    [/Windows/, 'Windows'],
    [/Linux/, 'Linux'],
  ];
  const of = (known: [RegExp, string][]) => known.find(([sign]) => sign.test(agent))?.[1];
  return [of(names) ?? 'A browser', of(systems)].filter(Boolean).join(' on ');
}
