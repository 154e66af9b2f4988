import type { View } from '@sheber/document/thing'
import type { Point } from './geometry.ts'

/** What is said to the person, in the interface's words. */
export type Said =
  /** An undo or redo met what somebody else has changed since. */
  | { readonly what: 'theirs'; readonly ids: readonly string[] }
  /** More than may be laid at once. */
  | { readonly what: 'tooMany'; readonly most: number }
  /** What was to be changed is locked. */
  | { readonly what: 'locked'; readonly ids: readonly string[] }
  | { readonly what: 'nothingToPaste' }

/** What the core asks of the interface around it. A place is on the screen, the thing under it null where there is none. */
export interface Asked {
  palette: undefined
  find: undefined
  /** Of what is chosen with something else. */
  join: undefined
  help: undefined
  outline: undefined
  minimap: undefined
  grid: undefined
  snap: undefined
  image: undefined
  /** A picture that is taken now. */
  photo: undefined
  link: undefined
  /** Of something of ours that is opened elsewhere. */
  card: undefined
  about: undefined
  bin: undefined
  copyBoard: undefined
  /** What is selected goes into a portfolio. */
  portfolio: undefined
  /** What stands on the selected sheets is to be done. */
  task: undefined
  menu: { readonly at: Point; readonly id: string | null }
  comment: { readonly at: Point; readonly id: string | null }
  /** A crosshair for the tool in hand, at a place of the world; `done` is called when it is put away. */
  aim: { readonly at: Point; readonly done?: () => void }
  /** A model was left looking another way than before; `still` is a picture of that. */
  turned: { readonly id: string; readonly view: View; readonly still: File }
  /** The page that a link leads to shows this picture of itself. */
  pictured: { readonly id: string; readonly picture: File }
  said: Said
  poll: undefined
  round: undefined
  timer: undefined
  /** To vote: on what is selected, or with a dot in hand. */
  vote: undefined
  /** A dot has been set down, on a thing or beside all. */
  dot: { readonly id: string | null }
  /** A button that a thing has of its own. */
  button: { readonly id: string; readonly button: string }
  /** What has no words to be written: it may lead somewhere. */
  open: { readonly id: string }
}
