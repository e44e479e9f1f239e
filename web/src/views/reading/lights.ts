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
    const onFocus = (event: Event) => show(meantBy(event.target as Element))
    const onLeave = () => show({})
    // Text that is scrolled under a resting pointer is not pointed at.
    let rested = ''
    const onPoint = (event: PointerEvent) => {
      const place = `${event.screenX} ${event.screenY}`
      if (place !== rested) show(meantBy(event.target as Element))
      rested = place
    }
    now = { act: '' }
    show({})
    element.addEventListener('pointerover', onPoint)
    element.addEventListener('pointerleave', onLeave)
    element.addEventListener('focusin', onFocus)
    element.addEventListener('focusout', onLeave)
    return () => {
      element.removeEventListener('pointerover', onPoint)
      element.removeEventListener('pointerleave', onLeave)
      element.removeEventListener('focusin', onFocus)
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
  for (const element of root.querySelectorAll<HTMLElement>('.lit-t, .lit-w, .lit-i, .lit-c, .lit'))
    element.classList.remove(...CLASSES)
  if (act) {
    const note = root.querySelector<HTMLElement>(`[data-act="${act}"]`)
    const family = note && /f-(\w+)/.exec(note.className)?.[1]
    note?.classList.add('lit')
    // The colour is said to each piece: on the article it would be worked out anew for every element.
    for (const key of ['t', 'w', 'i'])
      for (const piece of root.querySelectorAll<HTMLElement>(`[data-${key}~="${act}"]`)) {
        piece.classList.add(`lit-${key}`)
        piece.style.setProperty('--lit', `var(--${family ?? 'rule'})`)
      }
  }
  if (claim) {
    root.querySelector(`[data-claim="${claim}"]`)?.classList.add('lit')
    for (const piece of root.querySelectorAll(`[data-c~="${claim}"]`)) piece.classList.add('lit-c')
  }
}
