import { afterAll, beforeAll, expect, test } from 'vitest'
import { exportFailure } from '../../../../src/main/export/export-disk.ts'
import { withImportFailures } from '../../../../src/main/import/import-failures.ts'
import { hostReason } from '../../../../src/renderer/api/format-error.ts'
import { hostWords, learnHostWords } from '../../../../src/renderer/i18n/host-words.ts'
import { startI18n } from '../../../../src/renderer/i18n/index.ts'

beforeAll(async () => {
  await startI18n()
  await learnHostWords('ru')
})
afterAll(() => learnHostWords('en'))

const ofDisk = (code: string) => Object.assign(new Error(code), { code, syscall: 'write' })

test('a sentence is said in Russian, with what the host put in', () => {
  expect(hostWords('another file has the same id: Notes/Visit.md')).toBe('у другого файла тот же идентификатор: Notes/Visit.md')
  expect(hostWords('another record, “Li Wei”, holds the name “Li”')).toBe('название «Li» носит другая запись: «Li Wei»')
})

test('a reason that was made a sentence is one in Russian too', () => {
  expect(hostWords('Its record is in the trash; restore it there.')).toBe('Его запись в корзине; восстановите её там.')
})

test('sentences that follow each other are said one by one', () => {
  expect(hostWords('The text of “Visit” was changed since; the last change is by Dana Serik. Nothing was changed.')).toBe(
    'Текст записи «Visit» тем временем изменён; последнее изменение: Dana Serik. Ничего не изменено.',
  )
})

test('what is known in part only stays whole as the host said it', () => {
  const said = 'Nothing was changed. The moon stood in the way.'
  expect(hostWords(said)).toBe(said)
})

test.each(['ENOSPC', 'EDQUOT', 'EROFS', 'EACCES', 'EPERM', 'EBUSY', 'ENOENT'])(
  'an export that fails with %s says why in Russian',
  (code) => {
    expect(hostReason(exportFailure(ofDisk(code)))).toMatch(/^[^A-Za-z]+$/)
  },
)

test.each(['ENOENT', 'ENOTDIR', 'ENODEV', 'EACCES', 'EPERM'])('an import that fails with %s says why in Russian', async (code) => {
  const failed: unknown = await withImportFailures(() => Promise.reject(ofDisk(code))).catch((error: unknown) => error)
  expect(hostReason(failed)).toMatch(/^[^A-Za-z]+$/)
})

test('English stays as it was said', async () => {
  await learnHostWords('en')
  expect(hostWords('Nothing was changed.')).toBe('Nothing was changed.')
  await learnHostWords('ru')
})
