/**
 * The service worker: keeps the app itself on the device, so that it opens without a network. It caches no data, sends
 * nothing and decides nothing: records are core's matter. A new version waits until all tabs agree (app/update).
 */
import { cleanupOutdatedCaches, createHandlerBoundToURL, precacheAndRoute } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';

declare const self: ServiceWorkerGlobalScope & { __WB_MANIFEST: { url: string; revision: string | null }[] };

precacheAndRoute(self.__WB_MANIFEST);
cleanupOutdatedCaches();

// Every address of the app is the same page. The API, the health checks and files are not.
registerRoute(
  new NavigationRoute(createHandlerBoundToURL('/index.html'), {
    denylist: [/^\/api\//, /^\/(?:healthz|readyz)$/, /\/[^/?]+\.[^/]+$/],
  }),
);

self.addEventListener('message', (event) => {
  const { type } = (event.data ?? {}) as { type?: string };
  if (type === 'SKIP_WAITING') void self.skipWaiting();
});

// The very first visit is under control at once: it may be the only one with a network.
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
