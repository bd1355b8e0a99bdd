// Shows what Quarterdeck has to say while none of its pages is open. It answers no requests and keeps nothing.

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

self.addEventListener('push', (event) => event.waitUntil(show(read(event.data))));

self.addEventListener('notificationclick', (event) => {
  const { notification, action } = event;
  notification.close();
  const { url, acknowledgeUrl } = notification.data;
  if (action === 'acknowledge' && acknowledgeUrl) event.waitUntil(acknowledge(notification, acknowledgeUrl));
  else event.waitUntil(open(url));
});

function read(data) {
  try {
    return data.json();
  } catch {
    return { title: 'Quarterdeck', body: 'Something happened. Open Quarterdeck.', url: '/' };
  }
}

const english = {
  acknowledge: 'Acknowledge',
  openRoom: 'Open the room',
  acknowledged: 'Acknowledged: nobody else is called',
};

function show({ title, body, url, acknowledgeUrl, tag, key, words = english }) {
  const asks = Boolean(acknowledgeUrl);
  return self.registration.showNotification(title, {
    body,
    tag: tag ?? key,
    renotify: asks && Boolean(tag ?? key),
    requireInteraction: asks,
    icon: '/icon-192.png',
    badge: '/icon-192.png',
    data: { url: url ?? '/', acknowledgeUrl: acknowledgeUrl ?? null, words },
    actions: asks
      ? [
          { action: 'acknowledge', title: words.acknowledge },
          { action: 'open', title: words.openRoom },
        ]
      : [],
  });
}

/** Answers by the link's own right, so that one press on a locked screen is enough; where that fails, its page says why. */
async function acknowledge({ title, tag, data }, acknowledgeUrl) {
  const body = new URLSearchParams({ answer: 'acknowledge' });
  const answer = await fetch(`${acknowledgeUrl}/answer`, { method: 'POST', body, credentials: 'omit' }).catch(
    () => null,
  );
  if (!answer || !answer.ok) return open(acknowledgeUrl);
  const { words } = data;
  return self.registration.showNotification(words.acknowledged, {
    body: title,
    tag,
    icon: '/icon-192.png',
    badge: '/icon-192.png',
    data: { url: data.url, acknowledgeUrl: null, words },
    actions: [{ action: 'open', title: words.openRoom }],
  });
}

/** Goes to the window that shows it already, else to a new one: what is being typed elsewhere stays. */
async function open(url) {
  const { href } = new URL(url, self.location.origin);
  const there = (await self.clients.matchAll({ type: 'window' })).find((window) => window.url === href);
  return there ? there.focus() : self.clients.openWindow(href);
}
