import assert from 'node:assert/strict';
import { test } from 'node:test';
import { handsOf, isNextNow, positionOf, queue } from '../../../../main/webapp/app/reaction/hands.js';
import { initialState, reduce } from '../../../../main/webapp/app/state/meeting.js';
import { Store } from '../../../../main/webapp/app/state/store.js';
import { announceTalk } from '../../../../main/webapp/app/talk/talk-news.js';
import { initialTalk, reduceTalk } from '../../../../main/webapp/app/talk/talk.js';

const hand = (participant, since) => ({ participant, since });
const ids = (hands) => hands.map((one) => one.participant);

test('hands stand in the order of raising, the same for everybody', () => {
  let hands = handsOf([], { type: 'hands', hands: [hand('b', 5), hand('a', 3)] });
  assert.deepEqual(ids(hands), ['a', 'b']);
  hands = handsOf(hands, { type: 'hand-changed', participant: 'c', since: 4 });
  hands = handsOf(hands, { type: 'hand-changed', participant: 'a' });
  assert.deepEqual([ids(hands), positionOf(hands, 'b'), positionOf(hands, 'a')], [['c', 'b'], 2, 0]);
  assert.deepEqual(ids(handsOf(hands, { type: 'participant-left', participant: 'c' })), ['b']);
});

test('who is in the queue but not here is not shown', () => {
  assert.deepEqual(queue([hand('x', 1), hand('b', 2)], [{ id: 'b' }]), [{ id: 'b' }]);
});

test('one is next when those before are done, not when one is the first to ask', () => {
  assert.ok(isNextNow([hand('a', 1), hand('b', 2)], [hand('b', 2)], 'b'));
  assert.ok(!isNextNow([], [hand('b', 2)], 'b'));
});

/** A meeting of Ada, who listens, and Bob; remembers what is heard and noticed. */
function listening() {
  const desk = Object.assign(new EventTarget(), { store: new Store(reduceTalk, initialTalk()), handIsMine: false });
  const store = new Store(reduce, { ...initialState('M'), self: 'a', participants: [{ id: 'a', name: 'Ada' }, { id: 'b', name: 'Bob' }] });
  const played = [];
  const called = [];
  announceTalk({
    desk,
    store,
    sounds: { register: () => undefined, play: (name) => played.push(name) },
    attention: { note: () => called.push('noted'), call: ({ tag }) => called.push(tag) },
    t: (key) => key,
  });
  return {
    desk,
    played,
    called,
    noticed: () => store.state.notices.map((notice) => [notice.text, ...notice.values]),
    hear(message) {
      const before = desk.store.state;
      desk.store.dispatch({ type: 'server', message });
      if (message.type === 'room-state') store.dispatch({ type: 'server', message });
      desk.dispatchEvent(new CustomEvent('heard', { detail: { message, before } }));
    },
  };
}

const entry = { id: 1, sender: 'b', name: 'Bob', sentAt: 0, text: 'Hi', edited: false, key: 'k' };

test('a message is heard, and noticed where nobody looks; a change of it is neither', () => {
  const { hear, played, noticed } = listening();
  hear({ type: 'welcome', self: 'a', participants: [] });
  hear({ type: 'chat-message', entry });
  hear({ type: 'chat-message', entry: { ...entry, text: 'Ho', edited: true } });
  assert.deepEqual([played, noticed()], [['message'], [['stage.chat.notice', 'Bob', 'Hi']]]);
});

test('a message to oneself or with one\u2019s name calls, another one counts', () => {
  const { hear, called } = listening();
  hear({ type: 'welcome', self: 'a', participants: [] });
  hear({ type: 'chat-message', entry });
  hear({ type: 'chat-message', entry: { ...entry, id: 2, text: '@ada?' } });
  hear({ type: 'chat-message', entry: { ...entry, id: 3, to: 'a' } });
  assert.deepEqual(called, ['noted', 'plenum-chat', 'plenum-chat']);
});

test('many at once are heard as one', () => {
  const { hear, played } = listening();
  hear({ type: 'welcome', self: 'a', participants: [] });
  for (let i = 0; i < 5; i++) hear({ type: 'reacted', participant: 'b', reaction: 'clap' });
  assert.deepEqual(played, ['reaction']);
});

test('reactions make no sound where a moderator turned that off, nor do one’s own', () => {
  const { hear, played } = listening();
  hear({ type: 'welcome', self: 'a', participants: [] });
  hear({ type: 'reacted', participant: 'a', reaction: 'clap' });
  hear({ type: 'room-state', on: ['chat', 'reactions'], password: false });
  hear({ type: 'reacted', participant: 'b', reaction: 'clap' });
  assert.deepEqual(played, []);
});

test('a hand of somebody else is heard, and a hand that was lowered for us is told', () => {
  const { hear, played, noticed } = listening();
  hear({ type: 'welcome', self: 'a', participants: [] });
  hear({ type: 'hand-changed', participant: 'b', since: 1 });
  hear({ type: 'hand-changed', participant: 'a', since: 2 });
  hear({ type: 'hand-changed', participant: 'b' });
  hear({ type: 'hands', hands: [] });
  assert.deepEqual(played, ['hand']);
  assert.deepEqual(noticed(), [['stage.hand.notice', 'Bob'], ['stage.hand.next'], ['stage.hand.lowered']]);
});
