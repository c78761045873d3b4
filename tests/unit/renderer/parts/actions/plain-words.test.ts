import { expect, test } from 'vitest'
import { plainLines, plainWords } from '../../../../../src/renderer/parts/actions/plain-words.ts'

test('an action reads as words: no brackets, no emphasis, no signs', () => {
  expect(plainWords('Ask the members [[Rex Facer]] and [[Alikhan Baimenov|the chair]] by **30 June** ⏫ ⏳ 2026-11-01')).toBe(
    'Ask the members Rex Facer and the chair by 30 June 1 Nov 2026',
  )
  expect(plainWords('Costs 5 * 3 and a_b')).toBe('Costs 5 * 3 and a_b')
})

test('an action inside a decision keeps who does it and until when', () => {
  const text = 'The committee **agreed** on:\n\n- [ ] Send the study [[Rex Facer]] 📅 2026-11-01\n- [x] Thank the hosts'
  expect(plainLines(text)).toBe('The committee agreed on:\nSend the study (Rex Facer, 1 Nov 2026)\nThank the hosts')
})

test('a sign that gives no deadline stands as it is written', () => {
  expect(plainWords('The mark 📅 2023-06-30 means a deadline')).toBe('The mark 📅 2023-06-30 means a deadline')
  expect(plainWords('Send 📅 2023-02-31')).toBe('Send 📅 2023-02-31')
})

test('a bar in a sentence is no table', () => {
  expect(plainWords('Sent to members | with a note')).toBe('Sent to members | with a note')
})
