import { describe, expect, test } from 'vitest'
import { readAddress, recordAddress } from '../../../../src/renderer/store/navigation.ts'
import { kinds } from '../../../../src/shared/model/common.ts'

const id = '01890000-0000-7000-8000-000000000001'

describe('addresses', () => {
  test.each(kinds)('of a %s leads back to it', (kind) => {
    expect(readAddress(recordAddress(kind, id))).toMatchObject({ id })
  })

  test('of a section has no record', () => {
    expect(readAddress('/meetings')).toEqual({ page: 'meetings', id: null })
    expect(readAddress('/trash')).toEqual({ page: 'trash' })
  })

  test('may carry a query or a fragment', () => {
    expect(readAddress('/meetings?x=1')).toEqual({ page: 'meetings', id: null })
    expect(readAddress(`/notes/${id}#heading`)).toEqual({ page: 'notes', id })
  })

  test('that mean nothing lead to Today', () => {
    for (const address of ['', '/', '/nowhere', '//evil.example/notes', `/notes/${id}/more`])
      expect(readAddress(address)).toEqual({ page: 'today' })
  })

  test('with a record that cannot be one show the section', () => {
    expect(readAddress('/notes/..')).toEqual({ page: 'notes', id: null })
  })
})
