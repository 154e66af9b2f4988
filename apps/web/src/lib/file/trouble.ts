/** Why a file is not taken or not sent, by a word of the catalogue. What the server refuses has a sentence of its own already. */
export class Trouble extends Error {
  readonly why: TroubleName
  readonly max: number
  constructor(why: TroubleName, max = 0) {
    super(why)
    this.why = why
    this.max = max
  }
}

export type TroubleName = 'large' | 'model' | 'pixels' | 'picture' | 'film' | 'kind' | 'empty'
