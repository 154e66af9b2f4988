/** Lists and patterns of which schemas are made. Pages and documents take them from here: they would bring TypeBox along from there. */

export const languages = ['kk', 'ru', 'en'] as const

/** What a record tells of. */
export const recordKinds = ['made', 'tested', 'presented', 'helped', 'learned', 'probe'] as const

/** Who may read a record beside its authors; none of them: nobody. `public` reaches the world only by consent. */
export const audiences = ['team', 'group', 'centre', 'school', 'guardian', 'public'] as const

/** A frame of a board, things on it, all of it, a file, or a page of a notebook. */
export const pieceKinds = ['frame', 'things', 'board', 'file', 'page'] as const

/** 20 letters of Crockford's base 32 in lower case: 100 random bits, no look-alikes, safe in a URL. */
export const idPattern = /^[0-9a-hjkmnp-tv-z]{20}$/

/** What a visitor of a stand may say with one touch. */
export const reactionKinds = ['like', 'wow', 'idea'] as const

/** Of a page of a notebook. */
export const pageTitleMax = 120

export const questionLettersMax = 500

/** Of tasks, in the order of the columns. Any of them may follow any other: work comes back, and a child may err. */
export const taskStates = ['todo', 'doing', 'check', 'done'] as const
export const taskTitleMax = 200
export const taskWordsMax = 2000
/** Who does one task; more is a team. */
export const taskPeopleMax = 20
