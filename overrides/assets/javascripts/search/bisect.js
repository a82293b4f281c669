/** Bisecting: where something begins in an order. */

/** The first number from 0 that passes a test which all later ones pass too; `banyak` if none below does. @returns {number} */
export function firstThat(banyak, passes) {
  let [low, high] = [0, banyak];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (passes(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
