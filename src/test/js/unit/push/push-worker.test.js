import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { runInNewContext } from 'node:vm';

const source = readFileSync(new URL('../../../../main/webapp/push-worker.js', import.meta.url), 'utf8');
const SCOPE = 'https://meet.example.org/plenum/';

/** The worker in a browser that notes what it is told. @param {{url: string}[]} [tabs] */
function started(tabs = []) {
  const handlers = new Map();
  const log = { shown: [], opened: [], focused: [], asked: [], closed: 0 };
  const self = {
    addEventListener: (name, handler) => handlers.set(name, handler),
    location: new URL(`${SCOPE}push-worker.js`),
    registration: {
      scope: SCOPE,
      showNotification: async (title, options) => log.shown.push({ title, ...options }),
      pushManager: { subscribe: async ({ applicationServerKey }) => subscription(`renewed-${applicationServerKey}`) },
    },
    clients: {
      matchAll: async () => tabs.map((tab) => ({ ...tab, focus: async () => log.focused.push(tab.url) })),
      openWindow: async (url) => log.opened.push(url),
    },
  };
  const fetch = async (url, options) => log.asked.push([options.method, String(url), JSON.parse(options.body)]);
  runInNewContext(source, { self, fetch, URL });
  const fire = async (name, event) => {
    const waited = [];
    handlers.get(name)({ waitUntil: (work) => waited.push(work), ...event });
    await Promise.all(waited);
  };
  return { handlers, log, fire };
}

/** @param {string} endpoint */
const subscription = (endpoint) => ({ endpoint, options: { applicationServerKey: 'key' }, toJSON: () => ({ endpoint }) });
const data = (value) => ({ json: () => JSON.parse(value) });
const click = (log, link) => ({ notification: { data: { link }, close: () => (log.closed += 1) } });

test('it handles notices and nothing else: no request passes it', () => {
  assert.deepEqual([...started().handlers.keys()].sort(), ['notificationclick', 'push', 'pushsubscriptionchange']);
});

test('a notice is shown with its words, its tag and where it leads', async () => {
  const { log, fire } = started();
  await fire('push', { data: data('{"title":"Plan","text":"at nine","link":"/m/abc","tag":"t"}') });
  assert.deepEqual(JSON.parse(JSON.stringify(log.shown)), [{ title: 'Plan', body: 'at nine', tag: 't', renotify: true, icon: `${SCOPE}images/icon-192.png`, data: { link: '/m/abc' } }]);
});

test('what cannot be read is shown, too: a browser wants to see something for each push', async () => {
  const { log, fire } = started();
  for (const one of [null, data('no json'), data('null'), data('7'), data('{"title":7}')]) await fire('push', { data: one });
  assert.deepEqual(log.shown.map(({ title, body }) => [title, body]), Array(5).fill(['meet.example.org', '']));
});

test('a click brings the tab that is there to the front', async () => {
  const { log, fire } = started([{ url: `${SCOPE}calendar` }, { url: `${SCOPE}m/abc#people` }]);
  await fire('notificationclick', click(log, '/m/abc'));
  assert.deepEqual([log.focused, log.opened, log.closed], [[`${SCOPE}m/abc#people`], [], 1]);
});

test('without one it opens the page', async () => {
  const { log, fire } = started([{ url: `${SCOPE}calendar` }]);
  await fire('notificationclick', click(log, '/m/abc'));
  assert.deepEqual([log.focused, log.opened], [[], [`${SCOPE}m/abc`]]);
});

test('no link leads away from this site', async () => {
  for (const link of ['https://evil.example/', '//evil.example/', '/\\evil.example/', '/../other/', 'javascript:alert(1)', '', undefined, 7]) {
    const { log, fire } = started();
    await fire('notificationclick', click(log, link));
    assert.deepEqual(log.opened, [SCOPE], String(link));
  }
  const { log, fire } = started();
  await fire('notificationclick', click(log, '/https://evil.example/'));
  assert.ok(log.opened.every((url) => url.startsWith(SCOPE)));
});

test('a new address takes the place of the old one at the server', async () => {
  const { log, fire } = started();
  await fire('pushsubscriptionchange', { oldSubscription: subscription('old'), newSubscription: subscription('new') });
  assert.deepEqual(log.asked, [['POST', `${SCOPE}push/subscriptions`, { endpoint: 'new' }], ['DELETE', `${SCOPE}push/subscriptions`, { endpoint: 'old' }]]);
});

test('where the browser made none, it asks for one with the same key', async () => {
  const { log, fire } = started();
  await fire('pushsubscriptionchange', { oldSubscription: subscription('old'), newSubscription: null });
  assert.deepEqual(log.asked.map(([method, , body]) => [method, body.endpoint]), [['POST', 'renewed-key'], ['DELETE', 'old']]);
  const other = started();
  await other.fire('pushsubscriptionchange', {});
  assert.deepEqual(other.log.asked, []);
});
