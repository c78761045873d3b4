/**
 * A stemmer for Russian after the published rules of the Snowball project (snowballstem.org, Russian): endings are taken
 * off behind the first vowel, class by class, the longest that fits. ё is folded to е before.
 */
const VOWELS = 'аеиоуыэюя'

/** Endings by their last letter, longest first; `after` asks for а or я before the ending, which stays. */
interface Ending {
  readonly text: string
  readonly after: boolean
}
type Endings = ReadonlyMap<string, readonly Ending[]>

function endings(plain: string, afterA = ''): Endings {
  const all: Ending[] = []
  for (const text of plain.split(' ')) if (text !== '') all.push({ text, after: false })
  for (const text of afterA.split(' ')) if (text !== '') all.push({ text, after: true })
  all.sort((one, other) => other.text.length - one.text.length)
  const byLast = new Map<string, Ending[]>()
  for (const ending of all) {
    const last = ending.text.slice(-1)
    byLast.set(last, [...(byLast.get(last) ?? []), ending])
  }
  return byLast
}

const GERUND = endings('ив ивши ившись ыв ывши ывшись', 'в вши вшись')
const REFLEXIVE = endings('ся сь')
const ADJECTIVE = endings('ее ие ые ое ими ыми ей ий ый ой ем им ым ом его ого ему ому их ых ую юю ая яя ою ею')
const PARTICIPLE = endings('ивш ывш ующ', 'ем нн вш ющ щ')
const VERB = endings(
  'ила ыла ена ейте уйте ите или ыли ей уй ил ыл им ым ен ило ыло ено ят ует уют ит ыт ены ить ыть ишь ую ю',
  'ла на ете йте ли й л ем н ло но ет ют ны ть ешь нно',
)
const NOUN = endings('а ев ов ие ье е иями ями ами еи ии и ией ей ой ий й иям ям ием ем ам ом о у ах иях ях ы ь ию ью ю ия ья я')
const SUPERLATIVE = endings('ейш ейше')
const DERIVED = endings('ост ость')

/** The stem of a folded Russian word. */
export function stemRussian(word: string): string {
  const start = afterFirstVowel(word, 0)
  if (start === word.length) return word
  const second = afterFirstVowel(word, afterFirstConsonant(word, start))
  const derivedFrom = afterFirstConsonant(word, second)
  let text = without(word, GERUND, start)
  if (text === word) {
    text = without(text, REFLEXIVE, start)
    const adjective = without(text, ADJECTIVE, start)
    if (adjective !== text) text = without(adjective, PARTICIPLE, start)
    else {
      const verb = without(text, VERB, start)
      text = verb === text ? without(text, NOUN, start) : verb
    }
  }
  if (text.endsWith('и') && text.length > start) text = text.slice(0, -1)
  text = without(text, DERIVED, derivedFrom)
  if (text.endsWith('нн') && text.length - 1 > start) return text.slice(0, -1)
  const plain = without(text, SUPERLATIVE, start)
  if (plain !== text) return plain.endsWith('нн') ? plain.slice(0, -1) : plain
  return text.endsWith('ь') && text.length > start ? text.slice(0, -1) : text
}

/** A word without the longest of the endings that lies behind `start`. */
function without(word: string, from: Endings, start: number): string {
  for (const { text, after } of from.get(word.charAt(word.length - 1)) ?? []) {
    const length = word.length - text.length
    if (length < start || !word.endsWith(text)) continue
    if (!after) return word.slice(0, length)
    const before = word.charAt(length - 1)
    if (length > start && (before === 'а' || before === 'я')) return word.slice(0, length)
  }
  return word
}

function afterFirstVowel(word: string, from: number): number {
  for (let at = from; at < word.length; at++) if (VOWELS.includes(word.charAt(at))) return at + 1
  return word.length
}

function afterFirstConsonant(word: string, from: number): number {
  for (let at = from; at < word.length; at++) if (!VOWELS.includes(word.charAt(at))) return at + 1
  return word.length
}
