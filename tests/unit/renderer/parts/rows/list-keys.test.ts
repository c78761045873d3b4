import { describe, expect, it } from 'vitest'
import { listKey, movedIndex } from '../../../../../src/renderer/parts/rows/list-keys.ts'

const press = (code: string, key = code, with_: Partial<Record<'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey', boolean>> = {}) => ({
  code,
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...with_,
})

describe('listKey', () => {
  it('moves by j and k in a list, on a Russian layout too', () => {
    expect(listKey(press('KeyJ', 'о'), 'list')).toEqual({ type: 'move', by: 'row', direction: 1, extend: false })
    expect(listKey(press('KeyK', 'л'), 'list')).toEqual({ type: 'move', by: 'row', direction: -1, extend: false })
  })

  it('types letters into the filter, in any script', () => {
    expect(listKey(press('KeyK', 'k'), 'table')).toEqual({ type: 'type', text: 'k' })
    expect(listKey(press('KeyK', 'л'), 'table')).toEqual({ type: 'type', text: 'л' })
    expect(listKey(press('KeyB', 'b'), 'list')).toEqual({ type: 'type', text: 'b' })
  })

  it('extends with Shift', () => {
    expect(listKey(press('ArrowDown', 'ArrowDown', { shiftKey: true }), 'list')).toEqual({
      type: 'move',
      by: 'row',
      direction: 1,
      extend: true,
    })
  })

  it('leaves commands of the application alone', () => {
    expect(listKey(press('KeyK', 'k', { ctrlKey: true }), 'table')).toBeUndefined()
    expect(listKey(press('ArrowLeft', 'ArrowLeft', { altKey: true }), 'table')).toBeUndefined()
    expect(listKey(press('KeyN', 'n', { metaKey: true }), 'list')).toBeUndefined()
    expect(listKey(press('Tab', 'Tab'), 'table')).toBeUndefined()
    expect(listKey(press('F3', 'F3'), 'table')).toBeUndefined()
  })

  it('knows open, trash, toggle, everything and back', () => {
    expect(listKey(press('Enter'), 'list')).toEqual({ type: 'open' })
    expect(listKey(press('Delete'), 'table')).toEqual({ type: 'trash' })
    expect(listKey(press('F2'), 'table')).toEqual({ type: 'edit' })
    expect(listKey(press('Space', ' '), 'table')).toEqual({ type: 'toggle' })
    expect(listKey(press('KeyA', 'ф', { ctrlKey: true }), 'table')).toEqual({ type: 'all' })
    expect(listKey(press('Escape'), 'list')).toEqual({ type: 'escape' })
  })

  it('asks for the menu of a row by the keys that menus have', () => {
    expect(listKey(press('ContextMenu'), 'table')).toEqual({ type: 'menu' })
    expect(listKey(press('F10', 'F10', { shiftKey: true }), 'table')).toEqual({ type: 'menu' })
    expect(listKey(press('ArrowDown', 'ArrowDown', { altKey: true }), 'list')).toEqual({ type: 'menu' })
    expect(listKey(press('F10'), 'table')).toBeUndefined()
  })
})

describe('movedIndex', () => {
  const down = { type: 'move', by: 'row', direction: 1, extend: false } as const
  const up = { ...down, direction: -1 } as const

  it('stays inside the list', () => {
    expect(movedIndex(9, down, 10, 5)).toBe(9)
    expect(movedIndex(0, up, 10, 5)).toBe(0)
    expect(movedIndex(2, { ...up, by: 'page' }, 10, 5)).toBe(0)
    expect(movedIndex(2, { ...down, by: 'page' }, 10, 5)).toBe(7)
    expect(movedIndex(2, { ...down, by: 'end' }, 10, 5)).toBe(9)
  })

  it('begins at the end it comes from', () => {
    expect(movedIndex(null, down, 10, 5)).toBe(0)
    expect(movedIndex(null, up, 10, 5)).toBe(9)
  })
})
