import assert from 'node:assert/strict';
import { test } from 'node:test';
import { announceChat } from '../../../../main/webapp/app/chat/announce.js';
import { HandActions } from '../../../../main/webapp/app/reaction/actions.js';
import { announceHands } from '../../../../main/webapp/app/reaction/announce.js';
import { isNextNow, positionOf, queue } from '../../../../main/webapp/app/reaction/slice.js';
import { apart } from '../../../../main/webapp/app/sound/apart.js';
import { atTheDoor, reduce } from '../../../../main/webapp/app/stage/page-state.js';
import { Store } from '../../../../main/webapp/app/state/store.js';
import { person, said, welcome as welcomed } from '../../meeting.js';

const hand = (participant, since) => ({ participant, since });
const ids = (hands) => hands.map((one) => one.participant);

test('hands stand in the order of raising, the same for everybody', () => {
  let state = said(atTheDoor('M'), { type: 'hands', hands: [hand('b', 5), hand('a', 3)] });
  assert.deepEqual(ids(state.hands), ['a', 'b']);
  state = said(state, { type: 'hand-changed', participant: 'c', since: 4 });
  state = said(state, { type: 'hand-changed', participant: 'a' });
  assert.deepEqual([ids(state.hands), positionOf(state.hands, 'b'), positionOf(state.hands, 'a')], [['c', 'b'], 2, 0]);
  assert.deepEqual(ids(said(state, { type: 'participant-left', participant: 'c' }).hands), ['b']);
});

test('who is in the queue but not here is not shown', () => {
  assert.deepEqual(queue([hand('x', 1), hand('b', 2)], [{ id: 'b' }]), [{ id: 'b' }]);
});

test('one is next when those before are done, not when one is the first to ask', () => {
  assert.ok(isNextNow([hand('a', 1), hand('b', 2)], [hand('b', 2)], 'b'));
  assert.ok(!isNextNow([], [hand('b', 2)], 'b'));
});

const welcome = welcomed('a', person('a', { name: 'Ada' }), person('b', { name: 'Bob' }));

/** A meeting of Ada, who listens, and Bob; remembers what is heard and noticed. */
function listening() {
  const store = new Store(reduce, atTheDoor('M'));
  const listeners = [];
  const sent = [];
  const session = { onMessage: (listener) => listeners.push(listener), send: (message) => sent.push(message) > 0 };
  const played = [];
  const called = [];
  const play = apart({ register: () => undefined, play: (name) => played.push(name) }, ['message', 'hand', 'reaction'], 700);
  const attention = { note: () => called.push('noted'), call: ({ tag }) => called.push(tag) };
  const t = (key) => key;
  const hands = new HandActions({ store, session });
  announceChat({ store, session, play, attention, t });
  announceHands({ store, session, play, attention, t });
  const hear = (message) => {
    const before = store.state;
    store.dispatch({ type: 'server', message });
    for (const listener of listeners) listener(message, before);
  };
  hear(welcome);
  return { hands, sent, played, called, hear, noticed: () => store.state.notices.shown.map((notice) => [notice.text, ...notice.values]) };
}

const entry = { id: 1, sender: 'b', name: 'Bob', sentAt: 0, text: 'Hi', edited: false, key: 'k' };

test('a message is heard, and noticed where nobody looks; a change of it is neither', () => {
  const { hear, played, noticed } = listening();
  hear({ type: 'chat-message', entry });
  hear({ type: 'chat-message', entry: { ...entry, text: 'Ho', edited: true } });
  assert.deepEqual([played, noticed()], [['message'], [['stage.chat.notice', 'Bob', 'Hi']]]);
});

test('a message to oneself or with one\u2019s name calls, another one counts', () => {
  const { hear, called } = listening();
  hear({ type: 'chat-message', entry });
  hear({ type: 'chat-message', entry: { ...entry, id: 2, text: '@ada?' } });
  hear({ type: 'chat-message', entry: { ...entry, id: 3, to: 'a' } });
  assert.deepEqual(called, ['noted', 'plenum-chat', 'plenum-chat']);
});

test('many at once are heard as one', () => {
  const { hear, played } = listening();
  for (let i = 0; i < 5; i++) hear({ type: 'reacted', participant: 'b', reaction: 'clap' });
  assert.deepEqual(played, ['reaction']);
});

test('reactions make no sound where a moderator turned that off, nor do one’s own', () => {
  const { hear, played } = listening();
  hear({ type: 'reacted', participant: 'a', reaction: 'clap' });
  hear({ type: 'room-state', on: ['chat', 'reactions'], password: false });
  hear({ type: 'reacted', participant: 'b', reaction: 'clap' });
  assert.deepEqual(played, []);
});

test('a hand of somebody else is heard, and a hand that was lowered for us is told', () => {
  const { hear, played, noticed } = listening();
  hear({ type: 'hand-changed', participant: 'b', since: 1 });
  hear({ type: 'hand-changed', participant: 'a', since: 2 });
  hear({ type: 'hand-changed', participant: 'b' });
  hear({ type: 'hands', hands: [] });
  assert.deepEqual(played, ['hand']);
  assert.deepEqual(noticed(), [['stage.hand.notice', 'Bob'], ['stage.hand.next'], ['stage.hand.lowered']]);
});

test('whoever lowers their own hand is not told, and a raised one is raised again after a reconnect', () => {
  const { hands, hear, sent, noticed } = listening();
  hear({ type: 'hand-changed', participant: 'a', since: 2 });
  hands.toggle();
  hear({ type: 'hand-changed', participant: 'a' });
  assert.deepEqual(noticed(), []);
  hands.toggle();
  hear(welcome);
  assert.deepEqual(sent, [{ type: 'raise-hand', raised: false }, { type: 'raise-hand', raised: true }, { type: 'raise-hand', raised: true }]);
});
