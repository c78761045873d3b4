import { expect, test } from 'vitest'
import { peopleOf } from '../../../../../src/main/services/participants/programme.ts'
import type { Participant } from '../../../../../src/shared/model/meeting.ts'

const speaker = (person: string, more: Partial<Participant> = {}): Participant => ({
  person,
  function: 'speaker',
  status: '',
  represents: { country: '', organisation: '' },
  title: '',
  presence: '',
  replacedBy: '',
  ...more,
})

test('the chair stands first, everybody once, and a replacement in place of who was replaced', () => {
  const participants = [
    speaker('Anna'),
    speaker('Bolat', { function: 'moderator' }),
    speaker('anna', { function: 'rapporteur' }),
    speaker('Carla', { presence: 'replaced', replacedBy: 'Dan' }),
    speaker('Kim'),
  ]
  expect(new Set(peopleOf({ chair: 'Kim', participants }).map(({ name }) => name.toLowerCase()))).toEqual(
    new Set(['kim', 'anna', 'bolat', 'dan']),
  )
  expect(peopleOf({ chair: 'Kim', participants })[0]).toEqual({ name: 'Kim', function: 'chair' })
})

test('a thousand speakers are each compared by a key of their own, made once', () => {
  const keysOf = (size: number) => {
    let keys = 0
    const named = (name: string): string =>
      Object.assign(Object(name), {
        normalize() {
          keys += 1
          return name
        },
      }) as string
    const participants = Array.from({ length: size }, (_, at) => speaker(named(`Speaker ${at}`)))
    expect(peopleOf({ chair: '', participants })).toHaveLength(size)
    return keys
  }
  expect(keysOf(1_000)).toBe(1_000)
})
