import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { markOf } from '../../../../main/webapp/app/push/bytes.js';
import { ThisDevice } from '../../../../main/webapp/app/push/this-device.js';

const SITE = { address: '/push/subscriptions', key: '-_8', worker: '/push-worker.js', scope: '/' };
const OURS = Uint8Array.of(251, 255).buffer;
const OTHERS = Uint8Array.of(1, 2).buffer;

const before = { navigator: Object.getOwnPropertyDescriptor(globalThis, 'navigator'), fetch: globalThis.fetch };
afterEach(() => {
  if (before.navigator) Object.defineProperty(globalThis, 'navigator', before.navigator);
  globalThis.fetch = before.fetch;
  delete globalThis.Notification;
});

/** A browser, and what happened in it. @param {{permission?: string, subscribed?: ArrayBuffer | null, status?: number, away?: boolean}} [how] */
function browser({ permission = 'granted', subscribed = null, status = 201, away = false } = {}) {
  const log = [];
  const made = (key) => ({
    endpoint: 'https://push.example/1',
    options: { applicationServerKey: key },
    toJSON: () => ({ endpoint: 'https://push.example/1', keys: {} }),
    unsubscribe: async () => {
      log.push('unsubscribe');
      current = null;
    },
  });
  let current = subscribed && made(subscribed);
  const pushManager = {
    getSubscription: async () => current,
    subscribe: async ({ userVisibleOnly, applicationServerKey }) => {
      log.push(`subscribe ${userVisibleOnly} ${[...applicationServerKey]}`);
      if (away) throw new Error('push service not available');
      return (current = made(OURS));
    },
  };
  const serviceWorker = {
    register: async (url, { scope, updateViaCache }) => log.push(`register ${url} ${scope} ${updateViaCache}`),
    ready: Promise.resolve({ pushManager }),
    getRegistration: async () => ({ pushManager }),
  };
  Object.defineProperty(globalThis, 'navigator', { value: { serviceWorker }, configurable: true });
  globalThis.Notification = { permission, requestPermission: async () => permission };
  globalThis.fetch = async (address, { method, body }) => {
    log.push(`${method} ${address} ${JSON.parse(body).endpoint}`);
    return { status };
  };
  return log;
}

test('turning on asks, registers the worker, subscribes with our key and tells the server', async () => {
  const log = browser();
  assert.equal(await new ThisDevice(SITE).turnOn(), 'on');
  assert.deepEqual(log, ['register /push-worker.js / none', 'subscribe true 251,255', 'POST /push/subscriptions https://push.example/1']);
  assert.equal(await new ThisDevice(SITE).mark(), await markOf('https://push.example/1'));
});

test('a push service that does not answer for twenty seconds has failed, and what comes later is given back', async (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const log = browser();
  const { pushManager } = await navigator.serviceWorker.ready;
  const { subscribe } = pushManager;
  let answer = () => {};
  const asked = new Promise((resolve) => {
    pushManager.subscribe = (options) => {
      resolve(undefined);
      return new Promise((given) => (answer = () => given(subscribe(options))));
    };
  });
  const turned = new ThisDevice(SITE).turnOn();
  await asked;
  t.mock.timers.tick(20_000);
  assert.equal(await turned, 'failed');
  answer();
  await new Promise((resolve) => setImmediate(resolve));
  assert.deepEqual(log, ['register /push-worker.js / none', 'subscribe true 251,255', 'unsubscribe']);
});

test('whoever says no is asked nothing more, and nothing is registered', async () => {
  for (const permission of ['denied', 'default']) {
    const log = browser({ permission });
    assert.equal(await new ThisDevice(SITE).turnOn(), 'dismissed');
    assert.deepEqual(log, []);
  }
});

test('what the server does not take is taken back', async () => {
  const refused = browser({ status: 400 });
  assert.equal(await new ThisDevice(SITE).turnOn(), 'refused');
  assert.equal(refused.at(-1), 'unsubscribe');
  const failed = browser({ status: 401 });
  assert.equal(await new ThisDevice(SITE).turnOn(), 'failed');
  assert.equal(failed.at(-1), 'unsubscribe');
});

test('a push service that is away is a failure', async () => {
  browser({ away: true });
  assert.equal(await new ThisDevice(SITE).turnOn(), 'failed');
});

test('a subscription of an earlier key does not count, and is replaced', async () => {
  const log = browser({ subscribed: OTHERS });
  assert.equal(await new ThisDevice(SITE).mark(), '');
  assert.equal(await new ThisDevice(SITE).turnOn(), 'on');
  assert.deepEqual(log.slice(1, 3), ['unsubscribe', 'subscribe true 251,255']);
});

test('turning off tells the server and ends the subscription, even when the server is away', async () => {
  const log = browser({ subscribed: OURS });
  await new ThisDevice(SITE).turnOff();
  assert.deepEqual(log, ['DELETE /push/subscriptions https://push.example/1', 'unsubscribe']);
  const lonely = browser({ subscribed: OURS });
  globalThis.fetch = async () => {
    throw new TypeError('away');
  };
  await new ThisDevice(SITE).turnOff();
  assert.deepEqual(lonely, ['unsubscribe']);
});
