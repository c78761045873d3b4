/** What a person can take out of a window whose application has stopped. */
import { expect, test } from 'vitest'
import { createRecords } from '../../../../src/renderer/store/records/create-records.ts'
import { unsavedText } from '../../../../src/renderer/store/unsaved-text.ts'
import { AppError } from '../../../../src/shared/errors.ts'
import { idOf } from '../../../support/new-record.ts'

const words = {
  label: (field: string) => field.toUpperCase(),
  value: (value: unknown) => (Array.isArray(value) ? value.join('\n') : String(value)),
}

/** A window whose host has gone after the records were read. */
async function windowWith(...titles: string[]) {
  const saved = titles.map((title, index) => ({ kind: 'note', id: idOf(index + 1), rev: 1, title, body: 'old', topic: '', tags: [] }))
  const records = createRecords({
    call: (async (method: string, { id }: { id: string }) => {
      const record = saved.find((one) => one.id === id)
      if (method === 'records.get' && record) return record
      throw new AppError('DISCONNECTED', 'Gone.')
    }) as never,
    schedule: () => () => undefined,
    saved: () => undefined,
  })
  for (const { id } of saved) await records.open(id)
  return { records, text: () => unsavedText(records.store.getState(), words) }
}

test('nothing typed, nothing to copy', async () => {
  const { text } = await windowWith('Minutes')
  expect(text()).toBe('')
})

test('fields come by name, the text last and as it was typed', async () => {
  const { records, text } = await windowWith('Minutes')
  const body = '# Opening\n\n- [ ] Ask **Tallinn**  \n'
  records.edit(idOf(1), { body })
  records.edit(idOf(1), { topic: 'Pay', tags: ['one', 'two'] })
  expect(text()).toBe(`Minutes\n\nTOPIC: Pay\nTAGS:\none\ntwo\nBODY:\n${body}\n`)
})

test('what failed on its way is among it, record after record; an untouched one is not', async () => {
  const { records, text } = await windowWith('Minutes', 'Untouched', 'Draft study')
  records.edit(idOf(1), { topic: 'Pay' })
  records.edit(idOf(3), { topic: 'Audit' })
  await records.flushAll()
  expect(text()).toBe('Minutes\n\nTOPIC: Pay\n\n\nDraft study\n\nTOPIC: Audit\n')
})
