import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { importMapping, type ImportMapping } from '../../../../src/shared/model/import-mapping.ts'
import {
  cleanTag,
  fieldsOf,
  ruleFor,
  takeAbove,
  takeOf,
  withField,
  withKind,
  withTag,
  withTake,
  type FolderTake,
} from '../../../../src/renderer/features/import/mapping-edits.ts'

const nothing: ImportMapping = { folders: [], kinds: [], keys: [] }

describe('folders', () => {
  test('a rule holds for the folders inside, until one of them has its own', () => {
    const mapping = withTake(withTake(nothing, 'Work', 'meeting'), 'Work/People', 'contact')
    expect(takeOf(mapping, 'Work')).toBe('meeting')
    expect(takeOf(mapping, 'Work/2023')).toBe('above')
    expect(takeAbove(mapping, 'Work/2023')).toBe('meeting')
    expect(ruleFor(mapping, 'Work/People/Old').kind).toBe('contact')
    expect(ruleFor(mapping, 'Workshop')).toEqual({ path: '', kind: null, tag: '', leaveOut: false })
  })

  test('a folder in one that is left out can be taken', () => {
    const mapping = withTake(withTake(nothing, 'Work', 'leaveOut'), 'Work/Notes', 'own')
    expect(ruleFor(mapping, 'Work/Old').leaveOut).toBe(true)
    expect(ruleFor(mapping, 'Work/Notes')).toMatchObject({ leaveOut: false, kind: null })
  })

  test('choosing what holds anyway leaves no rule behind', () => {
    const mapping = withTake(nothing, 'Work', 'meeting')
    expect(withTake(mapping, 'Work/2023', 'meeting')).toEqual(mapping)
    expect(withTake(mapping, 'Work', 'own')).toEqual(nothing)
    expect(withTake(mapping, 'Work', 'above')).toEqual(nothing)
  })

  test('a tag of a folder inside keeps what the folder around makes of its files', () => {
    const mapping = withTag(withTake(nothing, 'Work', 'meeting'), 'Work/2023', '#annual conference')
    expect(ruleFor(mapping, 'Work/2023')).toEqual({ path: 'Work/2023', kind: 'meeting', tag: 'annual-conference', leaveOut: false })
    expect(ruleFor(mapping, 'Work/2022').tag).toBe('')
  })

  test('folders inside that are taken as the one around follow it, with the tags that they have', () => {
    const tagged = withTag(withTag(withTake(nothing, 'Work', 'meeting'), 'Work/2023', '2023'), 'Work/2023/May', 'may')
    const mapping = withTake(withTake(tagged, 'Work/People', 'contact'), 'Work', 'study')
    expect(ruleFor(mapping, 'Work/2023')).toMatchObject({ kind: 'study', tag: '2023' })
    expect(ruleFor(mapping, 'Work/2023/May')).toMatchObject({ kind: 'study', tag: 'may' })
    expect(takeOf(mapping, 'Work/2023/May')).toBe('above')
    expect(ruleFor(mapping, 'Work/People').kind).toBe('contact')
    // and one that has been given something else does not, nor what is in it
    const other = withTake(withTake(tagged, 'Work/2023', 'note'), 'Work', 'study')
    expect(ruleFor(other, 'Work/2023/May')).toMatchObject({ kind: 'note', tag: 'may' })
    expect(takeOf(withTake(other, 'Work/2023', 'above'), 'Work/2023/May')).toBe('above')
    expect(ruleFor(withTake(other, 'Work/2023', 'above'), 'Work/2023/May')).toMatchObject({ kind: 'study', tag: 'may' })
  })

  test('a tag goes to folders inside that had the same', () => {
    const mapping = withTake(withTag(nothing, '', 'old'), 'Work', 'meeting')
    expect(ruleFor(withTag(mapping, '', 'new'), 'Work')).toMatchObject({ kind: 'meeting', tag: 'new' })
    expect(ruleFor(withTag(withTag(mapping, 'Work', 'work'), '', 'new'), 'Work').tag).toBe('work')
  })

  test('a kind keeps the tag', () => {
    expect(ruleFor(withTake(withTag(nothing, 'Work', 'old'), 'Work', 'study'), 'Work')).toMatchObject({ kind: 'study', tag: 'old' })
  })

  test('whatever is done, a folder becomes what was last chosen for it, and the mapping fits the contract', () => {
    const path = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 3 }).map((parts) => parts.join('/'))
    const take = fc.constantFrom<Exclude<FolderTake, 'above'>>('own', 'leaveOut', 'contact', 'country', 'meeting', 'study', 'note')
    const edit = fc.oneof(
      fc.record({ path, take }),
      fc.record({ path, tag: fc.string({ unit: 'grapheme', maxLength: 12 }) }),
      fc.record({ path, above: fc.constant(true) }),
    )
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 12 }), path, take, (edits, last, wanted) => {
        let mapping = nothing
        for (const one of edits)
          mapping =
            'take' in one
              ? withTake(mapping, one.path, one.take)
              : 'tag' in one
                ? withTag(mapping, one.path, one.tag)
                : withTake(mapping, one.path, 'above')
        const others = ['x', ...edits.map((one) => one.path)].filter(
          (other) => other !== last && !other.startsWith(last === '' ? '' : `${last}/`),
        )
        const before = others.map((other) => ruleFor(mapping, other))
        const after = withTake(mapping, last, wanted)
        const { kind, leaveOut } = ruleFor(after, last)
        expect(leaveOut ? 'leaveOut' : (kind ?? 'own')).toBe(wanted)
        expect(others.map((other) => ruleFor(after, other))).toEqual(before)
        expect(importMapping.safeParse(after).success).toBe(true)
        expect(new Set(after.folders.map((rule) => rule.path)).size).toBe(after.folders.length)
      }),
    )
  })
})

test('a tag is one word', () => {
  expect(cleanTag('  #for the file, old ')).toBe('for-the-file-old')
  expect(cleanTag('Ünïted/2023')).toBe('Ünïted/2023')
  expect(cleanTag(' # ')).toBe('')
})

describe('kinds from properties', () => {
  test('a rule is added, changed in its place, taken away', () => {
    const two = withKind(withKind(nothing, 'type', 'person', 'contact'), 'type', 'talk', 'note')
    expect(withKind(two, 'type', 'person', 'note').kinds.map(({ value, kind }) => `${value} ${kind}`)).toEqual(['person note', 'talk note'])
    expect(withKind(two, 'type', 'person', null).kinds).toEqual([{ key: 'type', value: 'talk', kind: 'note' }])
  })
})

describe('fields of foreign properties', () => {
  test('a key may have one field for each kind, and none keeps it as it is', () => {
    const date = withField(withField(nothing, 'date', 0, 'date'), 'date', 1, 'start')
    expect(fieldsOf(date, 'date')).toEqual(['date', 'start'])
    expect(fieldsOf(withField(date, 'date', 0, 'deadline'), 'date')).toEqual(['deadline', 'start'])
    expect(fieldsOf(withField(date, 'date', 0, ''), 'date')).toEqual(['start'])
    expect(fieldsOf(withField(date, 'date', 1, 'date'), 'date')).toEqual(['date', 'start'])
    expect(fieldsOf(date, 'place')).toEqual([])
  })

  test('other keys stay', () => {
    const both = withField(withField(nothing, 'date', 0, 'date'), 'where', 0, 'place')
    expect(fieldsOf(withField(both, 'date', 0, ''), 'where')).toEqual(['place'])
  })
})
