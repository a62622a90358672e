// Published in place of sw.js, this takes offline use back from every device: it removes the stored files and itself, and nothing that
// a reader wrote. Publish it as sw.js for as long as offline use is to be off.
addEventListener('install', () => skipWaiting());
addEventListener('activate', (event) => {
  const prefix = `zongguan:${new URL(registration.scope).pathname}:`;
  event.waitUntil(
    (async () => {
      for (const name of await caches.keys()) if (name.startsWith(prefix)) await caches.delete(name);
      await registration.unregister();
    })(),
  );
});
