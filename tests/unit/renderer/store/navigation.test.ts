import { describe, expect, test } from 'vitest'
import { readAddress, recordAddress, versionAddress } from '../../../../src/renderer/store/navigation.ts'
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

  test('of a version lead to it, and to nothing else', () => {
    expect(readAddress(versionAddress('note', id, 12))).toEqual({ page: 'notes', id, version: 12 })
    for (const rest of ['versions', 'versions/', 'versions/0', 'versions/-1', 'versions/1e3', 'versions/1/2', 'version/1'])
      expect(readAddress(`/notes/${id}/${rest}`)).toEqual({ page: 'today' })
    expect(readAddress('/notes/nobody/versions/1')).toEqual({ page: 'today' })
  })

  test('that mean nothing lead to Today', () => {
    for (const address of ['', '/', '/nowhere', '//evil.example/notes', `/notes/${id}/more`])
      expect(readAddress(address)).toEqual({ page: 'today' })
  })

  test('with a record that cannot be one show the section', () => {
    expect(readAddress('/notes/..')).toEqual({ page: 'notes', id: null })
  })
})
