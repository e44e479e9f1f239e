import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { load } from '../../src/load/load.js'
import { DOCX, mediaOf } from '../../src/load/media.js'
import { utf8 } from './actors.js'

const of = (bytes: Uint8Array | string, name?: string, type?: string) =>
  mediaOf(typeof bytes === 'string' ? utf8(bytes) : bytes, name ?? 'x', name, type)
const zip = (...names: string[]) => zipSync(Object.fromEntries(names.map(name => [name, strToU8('x')])))

describe('mediaOf', () => {
  it.each([
    ['Arland condemns it.', 'a.txt', undefined, 'text/plain'],
    ['Arland condemns it.', 'a', undefined, 'text/plain'],
    ['# Arland', 'a.md', undefined, 'text/markdown'],
    ['# Arland', 'a.MARKDOWN', undefined, 'text/markdown'],
    ['Arland', 'a.HTM', undefined, 'text/html'],
    ['Arland', undefined, 'text/html; charset=utf-8', 'text/html'],
    ['Arland', undefined, 'application/xhtml+xml', 'text/html'],
    ['Arland', 'a.html', 'text/plain', 'text/html'],
    ['\n <!DOCTYPE html><p>x', 'a.txt', 'text/plain', 'text/html'],
    ['<html lang="en"><p>x', undefined, undefined, 'text/html'],
    ['\uFEFF<?xml version="1.0"?><!DOCTYPE html PUBLIC "x"><html>', undefined, undefined, 'text/html'],
    ['<p>Arland</p>', undefined, undefined, 'text/html'],
    ['<3 Arland', undefined, undefined, 'text/plain'],
    ['%PDF-1.7', undefined, undefined, 'application/pdf'],
    ['%PDF-1.7', 'a.txt', 'text/plain', 'application/pdf'],
    ['junk before %PDF-1.4', 'a.pdf', undefined, 'application/pdf'],
    ['A text about %PDF-1.4', 'a.txt', undefined, 'text/plain'],
  ])('%j named %s, type %s, is %s', (text, name, type, expected) => {
    expect(of(text, name, type)).toBe(expected)
  })

  it('knows a DOCX among the archives', () => {
    expect(of(zip('[Content_Types].xml', 'word/document.xml'), 'a.docx')).toBe(DOCX)
    expect(of(zip('[Content_Types].xml', 'word/document.xml'))).toBe(DOCX)
  })

  it.each([
    [new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10]), 'a.txt', /is a PNG image, .*OCR/],
    [new Uint8Array([0xff, 0xd8, 0xff, 0xe0]), 'a.jpg', /JPEG/],
    [new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 1, 2]), 'a.doc', /old Office file .*; save it as DOCX without a password/],
    [utf8('{\\rtf1\\ansi'), 'a.rtf', /RTF/],
    [new Uint8Array([0x1f, 0x8b, 8]), 'a.gz', /gzip archive.*unpack/],
    [zip('xl/workbook.xml'), 'a.xlsx', /Excel/],
    [zip('mimetypeapplication/vnd.oasis.opendocument.text'), 'a.odt', /OpenDocument/],
    [zip('a.txt'), 'a.zip', /zip archive/],
    [utf8('<?xml version="1.0"?><rss></rss>'), 'a.xml', /XML/],
    [utf8('Arland'), 'a.pdf', /named a PDF but/],
    [utf8('Arland'), 'a.docx', /named a DOCX but/],
  ])('refuses %o', (bytes, name, message) => {
    expect(() => of(bytes, name)).toThrow(message)
  })

  it('refuses what the server calls an image', () => {
    expect(() => of('x', undefined, 'image/svg+xml')).toThrow(/image\/svg\+xml/)
  })
})

describe('load refuses', () => {
  const said = (bytes: Uint8Array, name: string | null = 'x.txt') =>
    load({ bytes, name }).then(
      () => null,
      reason => `${reason.name}: ${reason.message}`,
    )

  it('an empty file, white space, binary data', async () => {
    expect(await said(new Uint8Array())).toBe('InputError: x.txt: is empty; give a file that holds a statement')
    expect(await said(new Uint8Array(), null)).toMatch(/^InputError: standard input: is empty/)
    expect(await said(utf8(' \n\t\u00A0\n'))).toMatch(/holds no text/)
    expect(await said(Uint8Array.from({ length: 2000 }, (_, i) => (i * 7919) % 256))).toMatch(/is a binary file/)
    expect(await said(new Uint8Array(1000))).toMatch(/is a binary file/)
  })
})
