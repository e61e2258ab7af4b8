/** What stands for an unknown figure. Unknown is never 0; the reason goes beside it. */
export const DASH = '–'
