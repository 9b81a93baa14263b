import assert from 'node:assert/strict';
import { test } from 'node:test';
import { initialState, mayModerate, others, reduce } from '../../../../main/webapp/app/state/meeting.js';

const person = (id, more = {}) => ({ id, name: id.toUpperCase(), role: 'participant', microphone: true, camera: true, connected: true, publishing: [], ...more });
const said = (state, ...messages) => messages.reduce((s, message) => reduce(s, { type: 'server', message }), state);
const welcome = {
  type: 'welcome', self: 'a', resume: 'r', meeting: { name: 'M', code: '1', link: 'l' }, participants: [person('a', { role: 'creator' }), person('b')],
  viewing: [], iceServers: [], limits: { slots: 9, audioSlots: 3, resumeSeconds: 60 }, epoch: 7, mediaAvailable: true,
};
const inside = () => said(initialState('M'), welcome);

test('a welcome brings everything', () => {
  const state = inside();
  assert.equal(state.phase, 'meeting');
  assert.equal(state.epoch, 7);
  assert.deepEqual(others(state).map((p) => p.id), ['b']);
  assert.ok(mayModerate(state));
});

test('people come, change and go, in the order of joining', () => {
  const state = said(inside(), { type: 'participant-joined', participant: person('c') }, { type: 'participant-changed', participant: person('b', { camera: false }) });
  assert.deepEqual(state.participants.map((p) => p.id), ['a', 'b', 'c']);
  assert.equal(state.participants[1].camera, false);
  const after = said(state, { type: 'dominant-speaker', participant: 'b' }, { type: 'viewing', slots: [{ slot: 0, participant: 'b', source: 'camera' }] }, { type: 'participant-left', participant: 'b' });
  assert.deepEqual(after.participants.map((p) => p.id), ['a', 'c']);
  assert.equal(after.dominant, null);
  assert.deepEqual(after.viewing, []);
  assert.deepEqual(after.notices.at(-1).values, ['B']);
});

test('somebody who comes twice is there once', () => {
  assert.equal(said(inside(), { type: 'participant-joined', participant: person('b') }).participants.length, 2);
});

test('a media reset keeps what is shown until there is something new', () => {
  const state = said(inside(), { type: 'viewing', slots: [{ slot: 0, participant: 'b', source: 'camera' }] }, { type: 'media-reset', epoch: 8, available: false });
  assert.equal(state.mediaAvailable, false);
  assert.equal(state.viewing.length, 1);
  const back = said(state, { type: 'media-reset', epoch: 8, available: true });
  assert.equal(back.notices.at(-1).text, 'stage.media.back');
});

test('says that the connection is back, but not at the first time', () => {
  const first = reduce(initialState('M'), { type: 'connection', connection: 'open' });
  assert.equal(first.notices.length, 0);
  const again = reduce(reduce(first, { type: 'connection', connection: 'reconnecting' }), { type: 'connection', connection: 'open' });
  assert.equal(again.notices[0].text, 'stage.connection.back');
});

test('ends in the words that fit', () => {
  assert.equal(said(inside(), { type: 'ended', reason: 'taken-over' }).phase, 'taken-over');
  assert.equal(said(inside(), { type: 'ended', reason: 'left' }).phase, 'left');
  const refused = said(initialState('M'), { type: 'refused', reason: 'full' });
  assert.deepEqual([refused.phase, refused.refused], ['refused', 'full']);
});

test('a moderator who mutes is named', () => {
  assert.deepEqual(said(inside(), { type: 'muted', by: 'b' }).notices[0].values, ['B']);
});

test('keeps three notices at most, and forgets them one by one', () => {
  let state = inside();
  for (let i = 0; i < 5; i++) state = reduce(state, { type: 'notice', text: `t${i}` });
  assert.deepEqual(state.notices.map((n) => n.text), ['t2', 't3', 't4']);
  assert.equal(reduce(state, { type: 'notice-over', id: state.notices[0].id }).notices.length, 2);
});

test('leaves the state alone when nothing changed', () => {
  const state = reduce(inside(), { type: 'quality', participant: 'b', quality: 'good' });
  assert.equal(reduce(state, { type: 'quality', participant: 'b', quality: 'good' }), state);
  assert.equal(said(state, { type: 'pong', sent: 1 }), state);
});

test('names at a relay are replaced while the meeting goes on', () => {
  const iceServers = [{ urls: ['turn:t.example'], username: '2:a', credential: 'new' }];
  assert.deepEqual(said(inside(), { type: 'ice-servers', iceServers }).iceServers, iceServers);
});

test('how others are connected is kept, and one dialog shows one of them', () => {
  const link = { path: 'udp', roundTrip: 20, lostUp: 0, lostDown: 0, up: 1, down: 2, height: 0 };
  const state = reduce(said(inside(), { type: 'link-reported', participant: 'b', link }), { type: 'link-of', participant: 'b' });
  assert.deepEqual(state.links.b, link);
  assert.equal(state.dialog, 'link');
  assert.equal(state.linkOf, 'b');
  const own = reduce(state, { type: 'own-link', link: { ...link, up: 9 } });
  assert.equal(own.links.a.up, 9);
  assert.equal(own.links.b.up, 1);
});

test('a firewall is suspected only while the server and its media are there', () => {
  const blocked = { type: 'reach', reach: 'blocked' };
  assert.equal(reduce(inside(), blocked).reach, 'fine', 'the socket is not open');
  const open = reduce(inside(), { type: 'connection', connection: 'open' });
  const told = reduce(open, blocked);
  assert.equal(told.reach, 'blocked');
  const away = said(told, { type: 'media-reset', epoch: 8, available: false });
  assert.equal(away.reach, 'fine');
  assert.equal(reduce(away, blocked).reach, 'fine');
  const unsupported = reduce(open, { type: 'reach', reach: 'unsupported' });
  assert.equal(said(unsupported, { type: 'media-reset', epoch: 8, available: false }).reach, 'unsupported');
});
