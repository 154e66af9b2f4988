/** Device pixels per pixel. Twice is sharp enough: a phone with three would paint half as much again for nothing. */
export const densityMax = 2
