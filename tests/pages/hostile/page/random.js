// Pseudo-random numbers, the same for the same seed and case.

export function randomOf(seed, index) {
  let state = (Math.imul(seed + 1, 0x9e3779b1) ^ Math.imul(index + 1, 0x85ebca6b)) | 1;
  function next() {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  }
  for (let round = 0; round < 8; round++) next();
  const below = (end) => Math.floor(next() * end);
  return {
    /** 0 to `end` - 1. */
    below,
    /** True with this probability. */
    chance: (share) => next() < share,
    pick: (list) => list[below(list.length)],
  };
}
