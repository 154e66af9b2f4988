// Nothing here needs a script: a page at the door is its words, on any laptop and any network.
export const csr = false
