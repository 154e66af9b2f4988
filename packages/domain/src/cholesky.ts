/** Lower triangle L of a symmetric positive matrix, L·Lᵀ: rows one after the other, in place. */
export const cholesky = (matrix: Float64Array, size: number): Float64Array => {
  for (let row = 0; row < size; row += 1)
    for (let column = 0; column <= row; column += 1) {
      let sum = matrix[row * size + column]!
      for (let at = 0; at < column; at += 1) sum -= matrix[row * size + at]! * matrix[column * size + at]!
      matrix[row * size + column] = row === column ? Math.sqrt(sum) : sum / matrix[column * size + column]!
    }
  return matrix
}

/** What x is where L·Lᵀ·x is `right`. */
export const solvedBy = (lower: Float64Array, size: number, right: Float64Array): Float64Array => {
  const found = Float64Array.from(right)
  for (let row = 0; row < size; row += 1) {
    for (let at = 0; at < row; at += 1) found[row]! -= lower[row * size + at]! * found[at]!
    found[row]! /= lower[row * size + row]!
  }
  for (let row = size - 1; row >= 0; row -= 1) {
    found[row]! /= lower[row * size + row]!
    // Along the row, which lies together in memory.
    for (let at = 0; at < row; at += 1) found[at]! -= lower[row * size + at]! * found[row]!
  }
  return found
}
