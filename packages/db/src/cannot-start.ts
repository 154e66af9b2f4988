/** A start that cannot go on. The message is one sentence for the person at the terminal: what is wrong and what to do. */
export class CannotStart extends Error {}
