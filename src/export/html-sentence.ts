import type { Act, Sentence } from '../read/reading.js'
import type { Span } from '../text/span.js'
import { familyOf } from './families.js'
import { escapeHtml } from './markup.js'

/** An act with its number in the statement, from 1. */
export interface NumberedAct {
  act: Act
  number: number
}

/**
 * The words of a sentence with its acts marked: the triggers as `<mark>` with their numbers, the contents underlined
 * in the colour of the family, the conditions dotted. What an act takes from outside the sentence is not marked.
 */
export function sentenceHtml(text: string, sentence: Sentence, acts: readonly NumberedAct[]): string {
  const opened = new Set<number>()
  return segments(sentence, acts)
    .map(span => segmentHtml(text, span, acts, opened))
    .join('')
}

/** The stretches of the sentence within which nothing begins and nothing ends. */
function segments(sentence: Span, acts: readonly NumberedAct[]): Span[] {
  const cuts = new Set([sentence.start, sentence.end])
  const cut = (span: Span | null) => {
    for (const at of span ? [span.start, span.end] : []) if (at > sentence.start && at < sentence.end) cuts.add(at)
  }
  for (const { act } of acts) for (const span of [act.trigger, act.content, act.condition]) cut(span)
  const sorted = [...cuts].sort((a, b) => a - b)
  return sorted.slice(1).map((end, i) => ({ start: sorted[i], end }))
}

function segmentHtml(text: string, span: Span, acts: readonly NumberedAct[], opened: Set<number>): string {
  const words = escapeHtml(text.slice(span.start, span.end))
  const triggers = acts.filter(({ act }) => covers(act.trigger, span))
  const condition = acts.find(({ act }) => act.condition && covers(act.condition, span))
  const dotted = condition ? `<span class="cond f-${familyOf(condition.act.force)}">${words}</span>` : words
  if (triggers.length) return markHtml(dotted, span, triggers, opened)
  if (condition) return dotted
  const content = acts.find(({ act }) => covers(act.content, span))
  return content ? `<span class="what f-${familyOf(content.act.force)}">${words}</span>` : words
}

/** A trigger: its number links to its note, and the note links back here. */
function markHtml(inner: string, span: Span, triggers: readonly NumberedAct[], opened: Set<number>): string {
  const anchors = triggers.filter(({ number }) => !opened.has(number)).map(({ number }) => number)
  for (const number of anchors) opened.add(number)
  const id = anchors.length ? ` id="a${anchors[0]}"` : ''
  const more = anchors.slice(1).map(number => `<span id="a${number}"></span>`)
  const numbers = triggers
    .filter(({ act }) => act.trigger.end === span.end)
    .map(({ number }) => `<a href="#n${number}" aria-label="note ${number}">${number}</a>`)
  const raised = numbers.length ? `<sup>${numbers.join(' ')}</sup>` : ''
  return `<mark class="f-${familyOf(triggers[0].act.force)}"${id}>${more.join('')}${inner}</mark>${raised}`
}

function covers(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end
}
