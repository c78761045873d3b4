import { beforeEach, expect, test } from 'vitest'
import { startI18n } from '../../../../src/renderer/i18n/index.ts'
import { useToasts } from '../../../../src/renderer/store/toasts.ts'
import { clearUndo, offerUndo, rememberUndo } from '../../../../src/renderer/store/undo-commands.ts'

const shown = () => useToasts.getState().toasts.map(({ message }) => message)

beforeEach(async () => {
  await startI18n()
  clearUndo()
  useToasts.setState({ toasts: [] })
})

test('the offer to undo goes when another command comes: its button would take back the wrong one', () => {
  offerUndo({ revision: 1, label: 'Moved “Estonia” to the trash' })
  expect(shown()).toEqual(['Moved “Estonia” to the trash'])
  rememberUndo({ revision: 2, label: 'Changed the stage' })
  expect(shown()).toEqual([])
})

test('two deletions in a row leave one offer, for the last', () => {
  offerUndo({ revision: 1, label: 'Moved “Estonia” to the trash' })
  offerUndo({ revision: 2, label: 'Moved “Slovenia” to the trash' })
  expect(shown()).toEqual(['Moved “Slovenia” to the trash'])
})
