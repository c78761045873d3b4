import { describe, expect, test } from 'vitest'
import { mediaTypeOf } from '../../../../../src/main/workspace/attachments/media-type.ts'
import { isProgram } from '../../../../../src/shared/model/programs.ts'
import { PICTURE_TYPES } from '../../../../../src/shared/model/pictures.ts'

const hex = (text: string) => Buffer.from(text.replaceAll(' ', ''), 'hex')
const ftyp = (brand: string) => Buffer.concat([hex('0000001c'), Buffer.from(`ftyp${brand}\0\0\0\0mif1${brand}`)])

describe('mediaTypeOf', () => {
  test.each([
    ['image/png', hex('89504e470d0a1a0a 0000000d')],
    ['image/jpeg', hex('ffd8ffe0 0010 4a46494600')],
    ['image/gif', Buffer.from('GIF89a\u0001')],
    ['image/webp', Buffer.concat([Buffer.from('RIFF'), hex('24000000'), Buffer.from('WEBPVP8 ')])],
    ['image/avif', ftyp('avif')],
    ['video/mp4', ftyp('isom')],
    ['image/bmp', Buffer.concat([Buffer.from('BM'), Buffer.alloc(12), hex('28000000'), Buffer.alloc(8)])],
    ['text/plain', Buffer.from('BM is a text that begins like a picture')],
    ['text/plain', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')],
    ['text/plain', Buffer.from('<html>')],
    ['text/plain', Buffer.from('Отчёт')],
    ['application/pdf', Buffer.from('%PDF-1.7')],
    ['application/zip', hex('504b0304 14000600')],
    ['application/vnd.microsoft.portable-executable', Buffer.from('MZ\u0090\0')],
    ['application/x-elf', hex('7f454c46 02')],
    ['application/x-mach-binary', hex('cffaedfe 07000001')],
    ['text/x-shellscript', Buffer.from('#!/bin/sh\n')],
    ['application/octet-stream', hex('0001020304')],
    ['application/octet-stream', Buffer.alloc(0)],
  ])('%s', (type, bytes) => {
    expect(mediaTypeOf(bytes)).toBe(type)
    // a view into a larger buffer has its own beginning
    const around = Buffer.concat([Buffer.from('#!/bin'), bytes])
    expect(mediaTypeOf(around.subarray(6))).toBe(type)
  })

  test('svg and html are no pictures', () => {
    expect(PICTURE_TYPES.has('image/svg+xml')).toBe(false)
    expect(PICTURE_TYPES.has('text/plain')).toBe(false)
  })
})

describe('isProgram', () => {
  test.each([
    ['setup.exe', 'text/plain'],
    ['Minutes.PDF.SCR', 'application/octet-stream'],
    ['note.exe .', 'text/plain'],
    ['macro.docm', 'application/zip'],
    ['page.html', 'text/plain'],
    ['link.url', 'text/plain'],
    ['app.desktop', 'text/plain'],
    ['minutes.pdf', 'application/x-elf'],
    ['minutes', 'text/x-shellscript'],
    ['minutes.docx', 'application/vnd.microsoft.portable-executable'],
  ])('%s (%s) is one', (name, type) => {
    expect(isProgram(name, type)).toBe(true)
  })

  test.each([
    ['minutes.pdf', 'application/pdf'],
    ['minutes.docx', 'application/zip'],
    ['Mr. Bat.jpeg', 'image/jpeg'],
    ['www.example.com.pdf', 'application/pdf'],
    ['exe', 'application/octet-stream'],
    ['list.txt', 'text/plain'],
  ])('%s (%s) is none', (name, type) => {
    expect(isProgram(name, type)).toBe(false)
  })
})
