import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chatText } from '../../../../main/webapp/app/chat/export.js';
import { rowsOf } from '../../../../main/webapp/app/chat/rows.js';
import { isOnlyEmoji, segments } from '../../../../main/webapp/app/chat/links.js';
import { atTheDoor, reduce } from '../../../../main/webapp/app/stage/page-state.js';
import { Unsent } from '../../../../main/webapp/app/session/unsent.js';
import { said, welcome } from '../../meeting.js';

const AT = Date.UTC(2026, 10, 24, 9, 0, 0);
const entry = (id, more = {}) => ({ id, sender: 'b', name: 'Bob', sentAt: AT + id * 1000, text: `t${id}`, edited: false, key: `k${id}`, ...more });
const page = (entries, more = {}) => ({ type: 'chat-page', entries, more: false, privateAllowed: true, keptHours: 48, ...more });
const inside = () => said(atTheDoor('M'), welcome('a'), page([entry(1), entry(2)]));
const ids = (state) => state.chat.entries.map((e) => e.id);

test('what was said before oneself came is read, not unread', () => {
  const state = inside();
  assert.deepEqual(ids(state), [1, 2]);
  assert.equal(state.chat.unread, 0);
});

test('what comes while nobody looks is unread, and stays marked until the chat is closed again', () => {
  let state = said(inside(), { type: 'chat-message', entry: entry(3) }, { type: 'chat-message', entry: entry(4, { sender: 'a' }) }, { type: 'chat-message', entry: entry(5) });
  assert.equal(state.chat.unread, 2);
  state = reduce(state, { type: 'chat-open', open: true });
  assert.deepEqual([state.chat.unread, state.chat.firstUnread], [0, 3]);
  state = said(state, { type: 'chat-message', entry: entry(6) });
  assert.equal(state.chat.unread, 0);
  assert.equal(reduce(state, { type: 'chat-open', open: false }).chat.firstUnread, null);
});

test('what was missed while the connection was gone is unread, and there once', () => {
  const state = said(inside(), page([entry(2), entry(3), entry(4)], { more: true }));
  assert.deepEqual([ids(state), state.chat.unread], [[2, 3, 4], 2]);
});

test('older pages come before, a change of something that is not shown changes nothing', () => {
  let state = said(inside(), page([entry(8), entry(9)], { more: true }));
  state = said(state, { type: 'chat-message', entry: entry(5, { edited: true }) });
  assert.deepEqual(ids(state), [8, 9]);
  state = said(state, page([entry(6), entry(7)], { before: 8, more: true }));
  assert.deepEqual([ids(state), state.chat.more], [[6, 7, 8, 9], true]);
  assert.deepEqual(ids(said(state, page([entry(1)], { before: 4 }))), [6, 7, 8, 9]);
});

test('an answer to a message that is taken away is no answer any more', () => {
  let state = reduce(inside(), { type: 'chat-reply', id: 2 });
  assert.equal(state.chat.replyTo, 2);
  state = said(state, { type: 'chat-message', entry: entry(2, { text: '', removed: 'moderator' }) });
  assert.equal(state.chat.replyTo, null);
});

test('an answer to something private is private, and ends when that person leaves', () => {
  let state = said(inside(), { type: 'chat-message', entry: entry(3, { to: 'a', toName: 'Ada' }) });
  state = reduce(state, { type: 'chat-reply', id: 3 });
  assert.deepEqual(state.chat.to, { id: 'b', name: 'Bob' });
  assert.equal(said(state, { type: 'participant-left', participant: 'b' }).chat.to, null);
});

test('days, the line above what is new, and messages that belong together', () => {
  const day = 86_400_000;
  const rows = rowsOf([entry(1), entry(2), entry(3, { sentAt: AT + day }), entry(4, { sentAt: AT + day + 1 }), entry(5, { sender: 'c', sentAt: AT + day + 2 })], 4);
  assert.deepEqual(rows.map((row) => (row.kind === 'message' ? `${row.entry.id}${row.continued ? ' goes on' : ''}` : row.kind)), ['day', '1', '2 goes on', 'day', '3', 'new', '4', '5']);
});

test('links are pages and letters, and nothing that runs or pretends', () => {
  const links = (text) => segments(text).filter((s) => s.href).map((s) => s.href);
  assert.deepEqual(links('see https://example.org/a(b), (http://example.org/c) and mailto:a@example.org.'), ['https://example.org/a(b)', 'http://example.org/c', 'mailto:a@example.org']);
  for (const trick of ['javascript:alert(1)', 'data:text/html,x', 'https://user@example.org/', 'https://user:pw@example.org', 'https:///', 'file:///etc/passwd', 'mailto:a@b@c', 'mailto:%0Abcc:x']) {
    assert.deepEqual(links(trick), [], trick);
  }
  assert.equal(segments('https://еxample.org/x')[0].host, 'xn--xample-2of.org');
  for (const text of ['', 'a', 'https://example.org', 'a https://example.org/ b']) assert.equal(segments(text).map((s) => s.text).join(''), text);
});

test('one to three emoji alone are large', () => {
  for (const large of ['🎉', '👍🏽 ❤️', '🧑‍💻🇩🇪🎉']) assert.ok(isOnlyEmoji(large), large);
  for (const small of ['', '1', '🎉🎉🎉🎉', '🎉 ja']) assert.ok(!isOnlyEmoji(small), small);
});

test('the chat as text says who, to whom, and what was answered', () => {
  const words = { time: () => '10:00', toOne: (name) => `(only ${name})`, removed: 'gone' };
  const text = chatText('Plan', [entry(1, { text: 'a\nb' }), entry(2, { toName: 'Ada', quote: { id: 1, name: 'Bob', text: 'a' } }), entry(3, { removed: 'sender', text: '' })], words);
  assert.equal(text, 'Plan\n\n[10:00] Bob:\n  a\n  b\n\n[10:00] Bob (only Ada):\n  > Bob: a\n  > b\n  t2\n\n[10:00] Bob:\n  (gone)\n');
});

test('what was taken back is not in the text either, where it was answered', () => {
  const words = { time: () => '10:00', toOne: (name) => name, removed: 'gone' };
  const text = chatText('Plan', [entry(1, { removed: 'sender', text: '' }), entry(2, { quote: { id: 1, name: 'Bob', text: 'secret' } })], words);
  assert.equal(text, 'Plan\n\n[10:00] Bob:\n  (gone)\n\n[10:00] Bob:\n  > Bob: (gone)\n  t2\n');
});

/** A desk with a socket that is open or not, and a clock that goes when told. */
function unsentWith(kept = []) {
  const world = { open: true, sent: [], kept, run: () => undefined };
  const unsent = new Unsent({
    send: (message) => world.open && world.sent.push(message.key) > 0,
    onChange: () => undefined,
    shelf: { read: () => world.kept, keep: (items) => (world.kept = [...items]) },
    clock: { after: (_ms, run) => ((world.run = run), 1), cancel: () => (world.run = () => undefined) },
  });
  return { world, unsent, say: (key) => unsent.add(key, { type: 'chat-send', key, text: key }) };
}

test('one message is under way at a time, in the order of writing', () => {
  const { world, unsent, say } = unsentWith();
  say('1');
  say('2');
  assert.deepEqual(world.sent, ['1']);
  unsent.settled('1');
  assert.deepEqual(world.sent, ['1', '2']);
  unsent.settled('2');
  assert.deepEqual(world.kept, []);
});

test('what the server did not look at goes out again, what it cannot take does not hold up the rest', () => {
  const { world, unsent, say } = unsentWith();
  say('1');
  say('2');
  unsent.failed('raise-hand', true);
  unsent.failed('chat-send', true);
  assert.deepEqual(world.sent, ['1']);
  world.run();
  assert.deepEqual(world.sent, ['1', '1']);
  unsent.failed('chat-send', false);
  assert.deepEqual(world.sent, ['1', '1', '2']);
  assert.equal(unsent.items[0].state, 'refused');
});

test('what was under way when the connection broke goes out again, first', () => {
  const { world, unsent, say } = unsentWith();
  say('1');
  world.open = false;
  unsent.disconnected();
  say('2');
  world.open = true;
  unsent.connected();
  unsent.settled('1');
  assert.deepEqual(world.sent, ['1', '1', '2']);
});

test('what was kept before a reload is sent after it', () => {
  const before = unsentWith();
  before.say('1');
  const after = unsentWith(before.world.kept);
  after.unsent.connected();
  assert.deepEqual(after.world.sent, ['1']);
});

test('what cannot be stored now is tried again, what never can be waits for its writer', () => {
  const { world, unsent, say } = unsentWith();
  say('1');
  unsent.notStored('1', 'unavailable');
  assert.deepEqual(world.sent, ['1']);
  world.run();
  assert.deepEqual(world.sent, ['1', '1']);
  unsent.notStored('1', 'locked');
  say('2');
  assert.deepEqual(world.sent, ['1', '1', '2']);
  assert.equal(unsent.items[0].state, 'refused');
  unsent.settled('2');
  unsent.again('1');
  assert.deepEqual(world.sent, ['1', '1', '2', '1']);
  unsent.drop('1');
  assert.deepEqual(unsent.items, []);
});
