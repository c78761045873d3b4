/** Frequent English words that a romanisation would read as another word: year is not ear, nor mayor major. */

const YE_STARTS = ['yea', 'yello', 'yelp', 'yester', 'yeoman']
const YE_WORDS = new Set(['yes', 'yet', 'yen', 'yew', 'yell', 'yells', 'yelled', 'yelling'])
const J_WORDS = new Set('major majors jet jets joke jokes job jobs jam jams jaw jaws jelly jello jerk jest join joint jump just'.split(' '))

/** Whether the ye- of a word is not the Russian е. */
export const isEnglishYe = (word: string): boolean => YE_WORDS.has(word) || YE_STARTS.some((start) => word.startsWith(start))

/** Whether the j of a word is not й. */
export const isEnglishJ = (word: string): boolean => J_WORDS.has(word)

const Y_WORDS = new Set('any many very every only my by body city'.split(' '))

/** Whether the last y of a word is not the ending of a name: any is not Ani. */
export const isEnglishY = (word: string): boolean => Y_WORDS.has(word)
