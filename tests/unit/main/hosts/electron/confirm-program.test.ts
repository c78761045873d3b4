import { expect, test } from 'vitest'
import { createConfirmProgram } from '../../../../../src/main/hosts/electron/confirm-program.ts'

const silent = { error: () => undefined, info: () => undefined }

test('the person is asked, by the file’s name', async () => {
  const asked: string[] = []
  const confirm = createConfirmProgram({ ask: async (name) => asked.push(name) === 1, log: silent })
  expect(await confirm('setup.exe', 'one')).toBe(true)
  expect(await confirm('other.exe', 'one')).toBe(false)
  expect(asked).toEqual(['setup.exe', 'other.exe'])
})

test('while one question stands, no other is put and nothing opens', async () => {
  let answer: (yes: boolean) => void = () => undefined
  let asked = 0
  const confirm = createConfirmProgram({
    ask: () => {
      asked += 1
      return new Promise((resolve) => (answer = resolve))
    },
    log: silent,
  })
  const first = confirm('a.exe', 'one')
  expect(await confirm('b.exe', 'two')).toBe(false)
  answer(true)
  expect(await first).toBe(true)
  expect(asked).toBe(1)
  const again = confirm('c.exe', 'one')
  answer(false)
  expect(await again).toBe(false)
})
