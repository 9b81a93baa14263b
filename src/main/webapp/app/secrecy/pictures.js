/** The pictures that are compared, in the order of their numbers; each has a name in the texts, `stage.secrecy.picture.<name>`. */
export const PICTURES = /** @type {ReadonlyArray<readonly [string, string]>} */ ([
  ['🐶', 'dog'], ['🐱', 'cat'], ['🦁', 'lion'], ['🐴', 'horse'], ['🐷', 'pig'], ['🐘', 'elephant'], ['🐰', 'rabbit'], ['🐼', 'panda'],
  ['🐓', 'rooster'], ['🐧', 'penguin'], ['🐢', 'turtle'], ['🐟', 'fish'], ['🐙', 'octopus'], ['🦋', 'butterfly'], ['🌷', 'flower'], ['🌳', 'tree'],
  ['🌵', 'cactus'], ['🍄', 'mushroom'], ['🌍', 'globe'], ['🌙', 'moon'], ['☁️', 'cloud'], ['🔥', 'fire'], ['🍌', 'banana'], ['🍎', 'apple'],
  ['🍓', 'strawberry'], ['🌽', 'corn'], ['🍕', 'pizza'], ['🎂', 'cake'], ['🚂', 'train'], ['🚲', 'bicycle'], ['🎸', 'guitar'], ['⚓', 'anchor'],
]);
