/** What is asked below the toolbar before it is set. */
export type Asking = 'link' | 'formula' | 'picture'
