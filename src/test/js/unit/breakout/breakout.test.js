import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hasCalled, mayGo, nextNames, standingCalls } from '../../../../main/webapp/app/breakout/slice.js';
import { clock } from '../../../../main/webapp/app/ui/time-left.js';
import { rowsOf } from '../../../../main/webapp/app/chat/rows.js';
import { atTheDoor, reduce } from '../../../../main/webapp/app/stage/page-state.js';
import { seating } from '../../../../main/webapp/app/stage/seating.js';
import { others, ownRoom, together } from '../../../../main/webapp/app/state/people.js';
import { person, said, welcome as welcomed } from '../../meeting.js';

const welcome = (...participants) => welcomed('a', ...participants);
const rooms = (more = {}) => ({ type: 'breakout-state', rooms: [{ id: 'red', name: 'Red' }, { id: 'blue', name: 'Blue' }], open: true, choose: false, assigned: [], calls: [], ...more });
const moved = (id, room, more = {}) => ({ type: 'participant-changed', participant: person(id, { room, ...more }) });
const inside = (...more) => said(atTheDoor('M'), welcome(person('a'), person('b', { publishing: ['camera', 'screen'] }), person('c')), rooms(), ...more);

test('on the stage are those in the same room, and their screens', () => {
  const state = inside(moved('c', 'red'));
  assert.deepEqual(others(state).map((p) => p.id), ['b']);
  assert.deepEqual(state.people.shares, ['b']);
  const there = said(state, moved('a', 'red'));
  assert.equal(ownRoom(there), 'red');
  assert.deepEqual(together(there).map((p) => p.id), ['a', 'c']);
  assert.deepEqual(there.people.shares, []);
  const { seats } = seating(there, { width: 1000, height: 600 }, { large: null, tiles: 9, selfView: true });
  assert.deepEqual(seats.map((seat) => seat.key), ['c', 'a']);
  assert.deepEqual(said(there, moved('a', null)).people.shares, ['b']);
});

test('who is moved is told where to, and begins with a fresh stage', () => {
  const before = reduce(said(inside(), { type: 'dominant-speaker', participant: 'b' }, { type: 'speaking', participant: 'b', speaking: true }), { type: 'pin', seat: 'b' });
  const state = said(before, moved('a', 'red'));
  assert.deepEqual([state.notices.shown.at(-1).text, state.notices.shown.at(-1).values], ['stage.breakout.now-in', ['Red']]);
  assert.deepEqual([state.view.pinned, state.people.dominant, state.people.speaking, state.view.page], [null, null, {}, 0]);
  assert.equal(said(state, moved('a', null)).notices.shown.at(-1).text, 'stage.breakout.now-back');
});

test('in a breakout room one hears of those who come and go, and of no others', () => {
  const state = said(inside(), moved('a', 'red'));
  assert.equal(said(state, moved('b', 'blue')).notices.shown.length, state.notices.shown.length);
  const came = said(state, moved('b', 'red'));
  assert.deepEqual([came.notices.shown.at(-1).text, came.notices.shown.at(-1).values], ['stage.breakout.came', ['B']]);
  assert.equal(said(came, moved('b', null)).notices.shown.at(-1).text, 'stage.breakout.went');
  assert.equal(said(inside(), moved('b', 'red')).notices.shown.length, 0, 'in the main room, where many are, it would be noise');
});

test('whoever comes back after a reload finds their room', () => {
  const state = said(atTheDoor('M'), welcome(person('a', { room: 'red' }), person('b', { room: 'red' }), person('c', { publishing: ['screen'] })));
  assert.deepEqual(others(state).map((p) => p.id), ['b']);
  assert.deepEqual(state.people.shares, []);
});

test('one may go into one’s own room, or anywhere where one may choose or moderates', () => {
  const own = inside(rooms({ assigned: [{ participant: 'a', room: 'red' }] }));
  assert.deepEqual([mayGo(own, 'red'), mayGo(own, 'blue')], [true, false]);
  assert.ok(!mayGo(said(own, moved('a', 'red')), 'red'), 'is there already');
  assert.ok(mayGo(inside(rooms({ choose: true })), 'blue'));
  assert.ok(!mayGo(inside(rooms({ choose: true, open: false })), 'blue'));
  assert.ok(mayGo(said(inside(), moved('a', null, { role: 'moderator' })), 'blue'));
});

test('moderators see the calls that stand, except of the room they are in', () => {
  const calls = [{ room: 'red', participant: 'c' }];
  const state = said(inside(), moved('c', 'red'), rooms({ calls }));
  assert.deepEqual(standingCalls(state), []);
  const moderates = said(state, moved('a', null, { role: 'moderator' }));
  assert.deepEqual(standingCalls(moderates), calls);
  assert.deepEqual(standingCalls(said(moderates, moved('c', null))), []);
  assert.deepEqual(standingCalls(said(moderates, moved('a', 'red', { role: 'moderator' }))), []);
  assert.ok(hasCalled(said(state, moved('a', 'red'))));
});

test('an announcement stands until it is read; its author sees that it went out', () => {
  const state = said(inside(), { type: 'breakout-announced', by: 'b', text: 'Five more minutes' });
  assert.deepEqual(state.breakout.announced, { by: 'B', text: 'Five more minutes' });
  assert.equal(reduce(said(state, rooms()), { type: 'announcement-read' }).breakout.announced, null);
  assert.equal(said(inside(), { type: 'breakout-announced', by: 'a', text: 'x' }).breakout.announced, null);
});

test('hands are those of one’s room', () => {
  const hands = { type: 'hands', hands: [{ participant: 'b', since: 1 }, { participant: 'c', since: 2 }] };
  const state = inside(hands);
  assert.deepEqual(said(state, moved('b', 'red')).hands.map((hand) => hand.participant), ['c']);
  assert.equal(said(state, moved('b', null)).hands, state.hands);
  assert.deepEqual(said(state, moved('a', 'red')).hands, []);
});

test('a line in the chat says from where on only the room reads along', () => {
  const entry = (id, room) => ({ id, sender: 'b', name: 'B', sentAt: 1000 * id, text: 't', edited: false, key: String(id), room });
  assert.deepEqual(rowsOf([entry(1), entry(2), entry(3, 'red'), entry(4, 'red')], null).map((row) => row.kind), ['day', 'message', 'message', 'room', 'message', 'message']);
});

test('what was taken away elsewhere before it was known here is no news', () => {
  const entry = { id: 9, sender: 'b', name: 'B', sentAt: 1, text: '', edited: false, key: 'k', removed: 'moderator' };
  assert.deepEqual(said(atTheDoor('M'), { type: 'chat-message', entry }).chat.entries, []);
});

test('new rooms have names that are not taken', () => {
  assert.deepEqual(nextNames([{ id: '1', name: 'Room 2' }, { id: '2', name: 'Red' }], 3, (n) => `Room ${n}`), ['Room 1', 'Room 3', 'Room 4']);
});

test('time that is left', () => {
  assert.deepEqual([0, 59.2, 61, 600, 3661, -5].map(clock), ['00:00', '01:00', '01:01', '10:00', '1:01:01', '00:00']);
});
