import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pollCsv } from '../../../../main/webapp/app/poll/csv.js';
import { inOrder, problemOf, share } from '../../../../main/webapp/app/poll/slice.js';
import { atTheDoor, reduce } from '../../../../main/webapp/app/stage/page-state.js';
import { said } from '../../meeting.js';

const poll = (id, more = {}) => ({ id, author: 'b', name: 'Bob', question: 'Q?', options: ['x', 'y'], multiple: false, anonymous: false, state: 'open', votes: [0, 0], voters: 0, ...more });

test('what one chose stays while others vote', () => {
  let { polls } = said(atTheDoor('M'), { type: 'polls', polls: [poll('1', { voted: false })] }, { type: 'poll-voted', poll: '1', choices: [1] }, { type: 'poll-changed', poll: poll('1', { votes: [1, 1], voters: 2 }) });
  assert.deepEqual([polls.polls[0].chosen, polls.polls[0].voted, polls.polls[0].voters], [[1], true, 2]);
});

test('a poll that opens while nobody looks is new, until it is looked at or gone', () => {
  const state = said(atTheDoor('M'), { type: 'poll-changed', poll: poll('1', { state: 'draft' }) }, { type: 'poll-changed', poll: poll('1') }, { type: 'poll-changed', poll: poll('1', { voters: 1 }) });
  assert.deepEqual(state.polls.unseen, ['1']);
  assert.deepEqual(reduce(state, { type: 'polls-open', open: true }).polls.unseen, []);
  assert.deepEqual(said(state, { type: 'poll-deleted', poll: '1' }).polls.unseen, []);
});

test('names are asked for again after another vote', () => {
  const state = said(atTheDoor('M'), { type: 'polls', polls: [poll('1'), poll('2')] }, { type: 'poll-voters', poll: '1', votes: [] }, { type: 'poll-voters', poll: '2', votes: [] }, { type: 'poll-changed', poll: poll('1', { voters: 1 }) });
  assert.deepEqual(Object.keys(state.polls.voters), ['2']);
});

test('open ones first, then drafts, then closed ones; the newest first', () => {
  const all = [poll('1', { state: 'closed' }), poll('2'), poll('3', { state: 'draft' }), poll('4')];
  assert.deepEqual(inOrder(all).map((p) => p.id), ['4', '2', '3', '1']);
});

test('shares are of those who voted', () => {
  assert.equal(share(poll('1'), 0), 0);
  assert.equal(share(poll('1', { votes: [2, 3], voters: 3 }), 0), 67);
});

test('a draft says what is missing', () => {
  const draft = { id: '1', question: 'Q?', options: ['x', ' ', 'y'], multiple: false, anonymous: false };
  assert.equal(problemOf(draft), null);
  assert.equal(problemOf({ ...draft, question: ' ' }), 'stage.polls.problem.question');
  assert.equal(problemOf({ ...draft, options: ['x', ''] }), 'stage.polls.problem.options');
  assert.equal(problemOf({ ...draft, options: ['x  y', ' x y'] }), 'stage.polls.problem.twice');
});

test('a result as CSV quotes, and disarms what a spreadsheet would run', () => {
  const words = { option: 'Answer', votes: 'Votes', voters: 'Voters', name: 'Name', choice: 'Choice' };
  const csv = pollCsv(poll('1', { question: '=cmd()', options: ['say "x"', '-1'], votes: [1, 0], voters: 1 }), [{ name: '@ada', choices: [0] }], words, ';');
  assert.equal(csv, '\uFEFF"\'=cmd()"\r\n"Answer";"Votes"\r\n"say ""x""";"1"\r\n"\'-1";"0"\r\n"Voters";"1"\r\n\r\n"Name";"Choice"\r\n"\'@ada";"say ""x"""\r\n');
});
