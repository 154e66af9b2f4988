/** Four columns of four, as glTF writes them. */
export type Matrix = readonly number[]

export const still: Matrix = [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1]

export const times = (a: Matrix, b: Matrix): Matrix =>
  Array.from({ length: 16 }, (_, at) => {
    const [row, column] = [at % 4, at - (at % 4)]
    let sum = 0
    for (let i = 0; i < 4; i++) sum += (a[row + i * 4] ?? 0) * (b[column + i] ?? 0)
    return sum
  })

/** First made larger, then turned (a quaternion), then moved. */
export const placed = (
  [x, y, z]: readonly [number, number, number],
  [i, j, k, r]: readonly [number, number, number, number],
  [a, b, c]: readonly [number, number, number],
): Matrix => [
  (1 - 2 * (j * j + k * k)) * a,
  2 * (i * j + k * r) * a,
  2 * (i * k - j * r) * a,
  0,
  2 * (i * j - k * r) * b,
  (1 - 2 * (i * i + k * k)) * b,
  2 * (j * k + i * r) * b,
  0,
  2 * (i * k + j * r) * c,
  2 * (j * k - i * r) * c,
  (1 - 2 * (i * i + j * j)) * c,
  0,
  x,
  y,
  z,
  1,
]
