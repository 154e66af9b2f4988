/** Whose hands were in how much of a piece of work, as the log has it. */
export interface Touched {
  /** Things on the board. */
  readonly things: number
  /** … in which somebody's hands were. */
  readonly mine: number
}

/** A handful of things is somebody's own work; of a small board, a quarter of it is. */
const handful = 3
const quarter = 0.25

/** Whether it is enough to be offered: who only moved something by the way is not asked about it. */
export const isOffered = ({ things, mine }: Touched): boolean => mine > 0 && (mine >= handful || mine >= things * quarter)
