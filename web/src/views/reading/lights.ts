/**
 * Words and their notes light up together. Nothing is rendered for it: what is pointed at, focused or open says its number, and
 * the pieces that carry the number get a class.
 */
import { type RefObject, useEffect } from 'react'

interface Lit {
  act?: string
  claim?: string
}

/** Lights what is pointed at or focused in the element, and else what is open. */
export function useLights(root: RefObject<HTMLElement | null>, open: { act?: number; claim?: number }): void {
  const { act, claim } = open
  useEffect(() => {
    const element = root.current
    if (!element) return
    const resting: Lit = { act: act?.toString(), claim: claim?.toString() }
    let now: Lit = {}
    const show = (lit: Lit) => {
      const next = lit.act === undefined && lit.claim === undefined ? resting : lit
      if (next.act === now.act && next.claim === now.claim) return
      now = next
      light(element, next)
    }
    const onPoint = (event: Event) => show(meantBy(event.target as Element))
    const onLeave = () => show({})
    now = { act: '' }
    show({})
    element.addEventListener('pointerover', onPoint)
    element.addEventListener('pointerleave', onLeave)
    element.addEventListener('focusin', onPoint)
    element.addEventListener('focusout', onLeave)
    return () => {
      element.removeEventListener('pointerover', onPoint)
      element.removeEventListener('pointerleave', onLeave)
      element.removeEventListener('focusin', onPoint)
      element.removeEventListener('focusout', onLeave)
    }
  }, [root, act, claim])
}

/** Of several acts at one place the innermost meaning: a trigger before what is done, a claim before nothing. */
function meantBy(target: Element): Lit {
  const note = target.closest<HTMLElement>('[data-act], [data-claim]')
  if (note) return { act: note.dataset.act, claim: note.dataset.claim }
  const piece = target.closest<HTMLElement>('[data-at]')
  const first = (list: string | undefined) => list?.split(' ')[0]
  if (piece) return { act: first(piece.dataset.t ?? piece.dataset.w), claim: first(piece.dataset.c) }
  const sign = target.closest<HTMLAnchorElement>('.claim-sign')
  return sign ? { claim: new URLSearchParams(sign.search).get('claim') ?? undefined } : {}
}

const CLASSES = ['lit-t', 'lit-w', 'lit-i', 'lit-c', 'lit']

function light(root: HTMLElement, { act, claim }: Lit): void {
  for (const element of root.querySelectorAll('.lit-t, .lit-w, .lit-i, .lit-c, .lit'))
    element.classList.remove(...CLASSES)
  if (act) {
    const note = root.querySelector<HTMLElement>(`[data-act="${act}"]`)
    const colour = note && /f-(\w+)/.exec(note.className)?.[1]
    if (colour) root.style.setProperty('--lit', `var(--${colour})`)
    note?.classList.add('lit')
    for (const key of ['t', 'w', 'i'])
      for (const piece of root.querySelectorAll(`[data-${key}~="${act}"]`)) piece.classList.add(`lit-${key}`)
  }
  if (claim) {
    root.querySelector(`[data-claim="${claim}"]`)?.classList.add('lit')
    for (const piece of root.querySelectorAll(`[data-c~="${claim}"]`)) piece.classList.add('lit-c')
  }
}
