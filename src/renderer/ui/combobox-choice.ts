/** Which option of a combobox the typed text means. Pure. */
import { words } from '../../shared/text/fold.ts'

interface Named {
  readonly label: string
}

const folded = (text: string): string => words(text).join(' ')
const nowhere = -1

/**
 * The option that Enter takes unless another is gone to: the one that is called as was typed, else the first, because
 * only what fits is offered, best first; -1 for none. A text without a letter or digit means none.
 */
export function meantOption(options: readonly Named[], text: string): number {
  const typed = folded(text)
  if (typed === '' || options.length === 0) return nowhere
  return Math.max(
    0,
    options.findIndex(({ label }) => folded(label) === typed),
  )
}

/**
 * The option that is meant when the field is left without a choice: the one that is called so, else the only one in
 * whose name the text stands at the beginning of a word; -1 when there are none or several.
 */
export function onlyOption(options: readonly Named[], text: string): number {
  const typed = folded(text)
  if (typed === '') return nowhere
  const names = options.map(({ label }) => folded(label))
  const same = names.indexOf(typed)
  if (same >= 0) return same
  const found = names.flatMap((name, index) => (` ${name}`.includes(` ${typed}`) ? [index] : []))
  return found.length === 1 ? (found[0] ?? nowhere) : nowhere
}

/**
 * What a picker adds when its form is left: the option that is called as was typed. Half a name names nobody (undefined), and a name
 * that nobody has is taken as it stands (null).
 */
export function leftOption<Option extends Named>(options: readonly Option[], text: string): Option | null | undefined {
  const typed = folded(text)
  return options.length === 0 ? null : options.find(({ label }) => folded(label) === typed)
}
