/** A word after the task's name that cannot be meant; its message says what to write instead. */
export class Wrong extends Error {}
