/** Kendall's τ-b of two lists of the same things: 1 for the same order, 0 for none, −1 for the opposite; ties as Kendall corrects them. */
export const tau = (some: readonly number[], others: readonly number[]): number => {
  let agreed = 0
  let [someApart, othersApart] = [0, 0]
  for (let at = 0; at < some.length; at += 1)
    for (let before = 0; before < at; before += 1) {
      const one = Math.sign((some[at] ?? 0) - (some[before] ?? 0))
      const other = Math.sign((others[at] ?? 0) - (others[before] ?? 0))
      agreed += one * other
      someApart += one ** 2
      othersApart += other ** 2
    }
  return someApart > 0 && othersApart > 0 ? agreed / Math.sqrt(someApart * othersApart) : 0
}
