/**
 * The smallest change that turns one text into another, so that caret, marks and history survive a text that the
 * page replaces as a whole.
 * @module
 */

/** @typedef {{ from: number, to: number, insert: string }} Change */

/** More edits than this are one replacement: nobody follows them, and finding them takes time. */
const MOST_EDITS = 1000;

/** More text than this is not compared word by word. */
const MOST_UNITS = 200_000;

/**
 * @param {string} old
 * @param {string} fresh
 * @returns {Change[]} in the order of the old text, not overlapping
 */
export function changes(old, fresh) {
  if (old === fresh) return [];
  const most = Math.min(old.length, fresh.length);
  let start = 0;
  while (start < most && old.charCodeAt(start) === fresh.charCodeAt(start)) start += 1;
  if (splits(old, start) || splits(fresh, start)) start -= 1;
  let end = 0;
  while (end < most - start && old.charCodeAt(old.length - 1 - end) === fresh.charCodeAt(fresh.length - 1 - end))
    end += 1;
  if (splits(old, old.length - end) || splits(fresh, fresh.length - end)) end -= 1;
  const before = old.slice(start, old.length - end);
  const after = fresh.slice(start, fresh.length - end);
  const whole = [{ from: start, to: start + before.length, insert: after }];
  if (!before || !after || before.length + after.length > MOST_UNITS) return whole;
  return byWords(before, after, start) ?? whole;
}

/**
 * Whether an offset is in the middle of a character.
 * @param {string} text
 * @param {number} at
 */
function splits(text, at) {
  return (
    at > 0 &&
    at < text.length &&
    (text.charCodeAt(at) & 0xfc00) === 0xdc00 &&
    (text.charCodeAt(at - 1) & 0xfc00) === 0xd800
  );
}

/**
 * Compares words and spaces, after Myers, "An O(ND) Difference Algorithm and Its Variations".
 * @param {string} before
 * @param {string} after
 * @param {number} offset where both start
 * @returns {Change[] | null} null if there are too many edits
 */
function byWords(before, after, offset) {
  const old = words(before);
  const fresh = words(after);
  const trail = shortest(old, fresh);
  if (!trail) return null;
  /** @type {Change[]} */
  const found = [];
  let x = old.length;
  let y = fresh.length;
  // From the end to the start: what lies between two matches is one change.
  let last = { x, y };
  const positions = [starts(old), starts(fresh)];
  const close = (/** @type {number} */ toX, /** @type {number} */ toY) => {
    if (toX === last.x && toY === last.y) return;
    const [from, to] = [positions[0][toX], positions[0][last.x]];
    found.unshift({
      from: offset + from,
      to: offset + to,
      insert: after.slice(positions[1][toY], positions[1][last.y]),
    });
  };
  for (let edits = trail.length - 1; edits >= 0; edits -= 1) {
    const reach = trail[edits];
    const diagonal = x - y;
    const down = diagonal === -edits || (diagonal !== edits && reach.get(diagonal - 1) < reach.get(diagonal + 1));
    const from = down ? diagonal + 1 : diagonal - 1;
    const startX = edits === 0 ? 0 : reach.get(from);
    const startY = edits === 0 ? 0 : startX - from;
    // The matches at the end of this step.
    const snakeX = edits === 0 ? 0 : down ? startX : startX + 1;
    const snakeY = edits === 0 ? 0 : down ? startY + 1 : startY;
    if (x > snakeX) {
      close(x, y);
      last = { x: snakeX, y: snakeY };
    }
    [x, y] = [startX, startY];
  }
  close(0, 0);
  return found;
}

/**
 * The furthest that each number of edits reaches, up to the one that reaches the end.
 * @param {string[]} old
 * @param {string[]} fresh
 */
function shortest(old, fresh) {
  /** @type {Reach[]} */
  const trail = [];
  let reach = new Reach(1);
  reach.set(1, 0);
  for (let edits = 0; edits <= Math.min(old.length + fresh.length, MOST_EDITS); edits += 1) {
    trail.push(reach);
    const next = new Reach(edits + 1);
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      const down = diagonal === -edits || (diagonal !== edits && reach.get(diagonal - 1) < reach.get(diagonal + 1));
      let x = down ? reach.get(diagonal + 1) : reach.get(diagonal - 1) + 1;
      while (x < old.length && x - diagonal < fresh.length && old[x] === fresh[x - diagonal]) x += 1;
      next.set(diagonal, x);
      if (x >= old.length && x - diagonal >= fresh.length) return trail;
    }
    reach = next;
  }
  return null;
}

/** How far along the old text each diagonal has come. */
class Reach {
  /** @param {number} width */
  constructor(width) {
    this.width = width;
    this.values = new Int32Array(2 * width + 1);
  }

  /** @param {number} diagonal */
  get(diagonal) {
    return this.values[diagonal + this.width];
  }

  /**
   * @param {number} diagonal
   * @param {number} x
   */
  set(diagonal, x) {
    this.values[diagonal + this.width] = x;
  }
}

/**
 * @param {string} text
 * @returns {string[]}
 */
function words(text) {
  return text.match(/\n|[^\S\n]+|[\p{L}\p{N}_]+|./gu) ?? [];
}

/** @param {string[]} list */
function starts(list) {
  const found = new Int32Array(list.length + 1);
  list.forEach((word, index) => (found[index + 1] = found[index] + word.length));
  return found;
}
