import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { PersonSocket, pause } from '../../../../main/webapp/app/person/person-socket.js';

/** A socket in memory, and the server at its other end. */
class FakeSocket {
  /** @type {any} */ onopen = null;
  /** @type {any} */ onmessage = null;
  /** @type {any} */ onclose = null;
  readyState = 0;
  /** @type {any[]} */ sent = [];

  /** @param {string} text */
  send(text) {
    this.sent.push(JSON.parse(text));
  }

  close() {
    this.readyState = 3;
  }

  /** @param {...object} messages in one frame */
  tell(...messages) {
    this.readyState = 1;
    this.onmessage?.({ data: JSON.stringify(messages.length === 1 ? messages[0] : messages) });
  }

  break() {
    this.readyState = 3;
    this.onclose?.();
  }
}

/** Time that passes when a test says so. */
class FakeClock {
  time = 0;
  /** @type {{at: number, run: () => void, id: number}[]} */ waiting = [];
  ids = 0;

  /** @param {number} ms @param {() => void} run */
  after = (ms, run) => {
    this.waiting.push({ at: this.time + ms, run, id: ++this.ids });
    return this.ids;
  };

  /** @param {number} id */
  cancel = (id) => {
    this.waiting = this.waiting.filter((one) => one.id !== id);
  };

  now = () => this.time;
  chance = () => 0;

  /** @param {number} ms */
  pass(ms) {
    const end = this.time + ms;
    for (;;) {
      const next = this.waiting.filter((one) => one.at <= end).sort((a, b) => a.at - b.at)[0];
      if (!next) break;
      this.time = next.at;
      this.cancel(next.id);
      next.run();
    }
    this.time = end;
  }
}

const NONE = { type: 'reminders', list: [] };
/** @type {FakeClock} */ let clock;
/** @type {FakeSocket[]} */ let sockets;
/** @type {string[]} */ let states;
/** @type {any[]} */ let heard;
/** @type {PersonSocket} */ let page;
const last = () => /** @type {FakeSocket} */ (sockets.at(-1));

beforeEach(() => {
  [clock, sockets, states, heard] = [new FakeClock(), [], [], []];
  page = new PersonSocket({
    open: () => {
      sockets.push(new FakeSocket());
      return last();
    },
    onMessage: (message) => heard.push(message),
    onState: (state) => states.push(state),
    clock,
  });
  page.open();
});

test('it is open when the server has told something', () => {
  assert.equal(page.send({ type: 'seen', event: 'a', start: 'b' }), false);
  last().tell(NONE, { type: 'today', events: [], until: '' });
  assert.deepEqual(states, ['open']);
  assert.equal(heard.length, 2);
  assert.equal(page.send({ type: 'seen', event: 'a', start: 'b' }), true);
  assert.deepEqual(last().sent, [{ type: 'seen', event: 'a', start: 'b' }]);
  page.open();
  assert.equal(sockets.length, 1);
});

test('it comes back, later and later, and starts over once it was open', () => {
  last().tell(NONE);
  for (const ms of [4000, 8000, 16_000]) {
    last().break();
    const before = sockets.length;
    clock.pass(ms - 1);
    assert.equal(sockets.length, before);
    clock.pass(1);
    assert.equal(sockets.length, before + 1);
  }
  last().tell(NONE);
  last().break();
  clock.pass(4000);
  assert.equal(sockets.length, 5);
});

test('the pause has an end, and a half of it is chance', () => {
  assert.equal(pause(50, 0), 60_000);
  assert.equal(pause(50, 1), 30_000);
  assert.equal(pause(0, 0.5), 3000);
});

test('one that does not open is given up', () => {
  clock.pass(10_000);
  assert.deepEqual(states, ['away']);
  clock.pass(4000);
  assert.equal(sockets.length, 2);
});

test('silence is noticed', () => {
  last().tell(NONE);
  clock.pass(30_000);
  assert.equal(last().sent[0].type, 'ping');
  last().tell({ type: 'pong', sent: 0 });
  clock.pass(30_000);
  assert.equal(last().sent.length, 2);
  clock.pass(10_000);
  assert.deepEqual(states, ['open', 'away']);
});

test('a look asks an open one, and hurries one that waits', () => {
  last().tell(NONE);
  page.look();
  assert.equal(last().sent[0].type, 'ping');
  last().break();
  page.look();
  assert.equal(sockets.length, 2);
  page.look();
  assert.equal(sockets.length, 2);
});

for (const message of [{ type: 'failed', code: 'forbidden' }, { type: 'ended', reason: 'signed-out' }]) {
  test(`after ${message.type} it does not come back`, () => {
    last().tell(message);
    assert.deepEqual(states, ['over']);
    assert.equal(last().readyState, 3);
    clock.pass(600_000);
    page.look();
    page.open();
    page.again();
    assert.equal(sockets.length, 1);
  });
}

test('what failed for another reason ends nothing', () => {
  last().tell(NONE, { type: 'failed', code: 'throttled', about: 'seen' }, { type: 'failed', code: 'forbidden', about: 'seen' });
  assert.deepEqual(states, ['open']);
});

test('when another page has taken the place, it comes back when somebody looks', () => {
  last().tell(NONE);
  last().tell({ type: 'ended', reason: 'taken-over' });
  clock.pass(600_000);
  assert.equal(sockets.length, 1);
  assert.deepEqual(states, ['open', 'away']);
  page.look();
  assert.equal(sockets.length, 2);
});

test('when nothing can be read it comes back with patience', () => {
  for (let i = 0; i < 5; i++) {
    last().tell({ type: 'refused', reason: 'unavailable' });
    last().break();
    clock.pass(4000 * 2 ** Math.min(i, 3));
  }
  assert.equal(sockets.length, 5);
});

test('a page that is left has none, and nothing is heard of the old one', () => {
  last().tell(NONE);
  const left = last();
  page.close();
  assert.equal(left.readyState, 3);
  clock.pass(600_000);
  page.again();
  assert.equal(sockets.length, 1);
  page.open();
  left.tell(NONE);
  assert.equal(heard.length, 1);
  assert.equal(sockets.length, 2);
});

test('again is by a new socket', () => {
  last().tell(NONE);
  const old = last();
  page.again();
  assert.equal(old.readyState, 3);
  assert.equal(sockets.length, 2);
  last().tell(NONE);
  assert.deepEqual(states, ['open', 'open']);
});
