/** The emoji of each reaction. @type {Readonly<Record<import('../protocol/reaction.js').Reaction, string>>} */
export const EMOJI_OF = {
  'thumbs-up': '👍',
  'thumbs-down': '👎',
  clap: '👏',
  heart: '❤️',
  laugh: '😂',
  wow: '😮',
  sad: '😢',
  party: '🎉',
};
