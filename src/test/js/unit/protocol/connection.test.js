import assert from 'node:assert/strict';
import { test } from 'node:test';
import { backoff } from '../../../../main/webapp/app/protocol/backoff.js';
import { Connection } from '../../../../main/webapp/app/protocol/connection.js';

/** A clock that stands still until it is moved. */
class FakeClock {
  time = 0;
  timers = new Map();
  last = 0;
  after = (ms, run) => {
    this.timers.set(++this.last, { at: this.time + ms, run });
    return this.last;
  };
  cancel = (timer) => this.timers.delete(timer);
  now = () => this.time;
  chance = () => 0;
  pass(ms) {
    const end = this.time + ms;
    for (;;) {
      const due = [...this.timers].filter(([, t]) => t.at <= end).sort((a, b) => a[1].at - b[1].at)[0];
      if (!due) break;
      this.timers.delete(due[0]);
      this.time = due[1].at;
      due[1].run();
    }
    this.time = end;
  }
}

class FakeSocket {
  readyState = 0;
  sent = [];
  onopen = null;
  onmessage = null;
  onclose = null;
  send(text) {
    this.sent.push(JSON.parse(text));
  }
  close() {
    this.readyState = 3;
  }
  open() {
    this.readyState = 1;
    this.onopen?.();
  }
  lose() {
    this.readyState = 3;
    this.onclose?.();
  }
  say(message) {
    this.onmessage?.({ data: JSON.stringify(message) });
  }
}

function start() {
  const clock = new FakeClock();
  const sockets = [];
  const states = [];
  const heard = [];
  const connection = new Connection({
    open: () => {
      const socket = new FakeSocket();
      sockets.push(socket);
      return socket;
    },
    hello: () => ({ type: 'join', name: 'A', microphone: true, camera: true }),
    onMessage: (message) => heard.push(message.type),
    onState: (state) => states.push(state),
    clock,
  });
  connection.open();
  return { clock, sockets, states, heard, connection };
}

test('waits a quarter of a second, then twice as long each time, three seconds at most', () => {
  assert.deepEqual([0, 1, 2, 3, 4, 50].map((n) => backoff(n, 0)), [250, 500, 1000, 2000, 3000, 3000]);
  assert.equal(backoff(0, 1), 188);
});

test('says hello first and is open after the welcome', () => {
  const { sockets, states, heard } = start();
  sockets[0].open();
  assert.equal(sockets[0].sent[0].type, 'join');
  assert.deepEqual(states, ['connecting']);
  sockets[0].say({ type: 'welcome' });
  assert.deepEqual(states, ['connecting', 'open']);
  assert.deepEqual(heard, ['welcome']);
});

test('reads what came together one by one, until one of them ends it', () => {
  const { sockets, heard, connection } = start();
  sockets[0].open();
  sockets[0].say([{ type: 'welcome' }, { type: 'hands' }, { type: 'polls' }]);
  assert.deepEqual(heard, ['welcome', 'hands', 'polls']);
  const kept = heard.push;
  heard.push = (type) => {
    if (type === 'ended') connection.close();
    return kept.call(heard, type);
  };
  sockets[0].say([{ type: 'ended' }, { type: 'hands' }]);
  assert.deepEqual(heard.slice(3), ['ended']);
});

test('comes back by itself after a loss, later each time', () => {
  const { clock, sockets, states } = start();
  sockets[0].open();
  sockets[0].say({ type: 'welcome' });
  sockets[0].lose();
  assert.equal(states.at(-1), 'reconnecting');
  clock.pass(249);
  assert.equal(sockets.length, 1);
  clock.pass(1);
  assert.equal(sockets.length, 2);
  sockets[1].lose();
  clock.pass(499);
  assert.equal(sockets.length, 2);
  clock.pass(1);
  assert.equal(sockets.length, 3);
});

test('begins with a short wait again once it was open', () => {
  const { clock, sockets } = start();
  sockets[0].lose();
  clock.pass(250);
  sockets[1].lose();
  clock.pass(500);
  sockets[2].open();
  sockets[2].say({ type: 'welcome' });
  sockets[2].lose();
  clock.pass(250);
  assert.equal(sockets.length, 4);
});

test('gives up a socket that does not open or falls silent', () => {
  const { clock, sockets } = start();
  clock.pass(6000 + 250);
  assert.equal(sockets.length, 2);
  sockets[1].open();
  sockets[1].say({ type: 'welcome' });
  clock.pass(20_000);
  assert.ok(sockets[1].sent.some((m) => m.type === 'ping'));
  assert.ok(sockets.length > 2);
});

test('hurries when asked, and never after it was closed', () => {
  const { clock, sockets, connection } = start();
  sockets[0].lose();
  connection.hurry();
  assert.equal(sockets.length, 2);
  connection.close();
  connection.hurry();
  clock.pass(60_000);
  assert.equal(sockets.length, 2);
});

test('sends nothing while there is no open socket', () => {
  const { sockets, connection } = start();
  assert.equal(connection.send({ type: 'leave' }), false);
  sockets[0].open();
  assert.equal(connection.send({ type: 'leave' }), true);
});

test('a socket that was dead while the tab slept is replaced soon, one that answers stays', () => {
  const { clock, sockets, states, connection } = start();
  sockets[0].open();
  sockets[0].say({ type: 'welcome' });
  connection.probe();
  clock.pass(100);
  sockets[0].say({ type: 'pong', sent: 0 });
  clock.pass(3500);
  assert.equal(states.at(-1), 'open');
  connection.probe();
  clock.pass(3000);
  assert.equal(states.at(-1), 'reconnecting');
  clock.pass(250);
  assert.equal(sockets.length, 2);
});

test('who was in and is refused for a passing reason tries again and is not told', () => {
  const { clock, sockets, states, heard } = start();
  sockets[0].open();
  sockets[0].say({ type: 'welcome' });
  sockets[0].lose();
  clock.pass(250);
  for (const [i, reason] of ['unavailable', 'throttled'].entries()) {
    sockets[i + 1].open();
    sockets[i + 1].say({ type: 'refused', reason });
    sockets[i + 1].lose();
    clock.pass(1000);
  }
  sockets[3].open();
  sockets[3].say({ type: 'welcome' });
  assert.deepEqual(heard, ['welcome', 'welcome']);
  assert.equal(states.at(-1), 'open');
});

test('a newcomer is told why they were refused, and so is who was in when it is for good', () => {
  const newcomer = start();
  newcomer.sockets[0].open();
  newcomer.sockets[0].say({ type: 'refused', reason: 'unavailable' });
  assert.deepEqual(newcomer.heard, ['refused']);
  const known = start();
  known.sockets[0].open();
  known.sockets[0].say({ type: 'welcome' });
  known.sockets[0].say({ type: 'refused', reason: 'declined' });
  assert.deepEqual(known.heard, ['welcome', 'refused']);
});
