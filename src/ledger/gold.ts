import type { Act, Reading } from '../read/reading.js'
import type { Doc } from '../text/doc.js'

/** A statement's acts as the scorer takes them for right: spans of the text, the trigger with its words. */
export interface Gold {
  id: string
  acts: (Omit<Act, 'trigger' | 'sentence' | 'rule' | 'refs' | 'conduct'> & {
    trigger: Act['trigger'] & { text: string }
  })[]
}

/** @param doc its id is the one by which the scorer finds the reading */
export function goldOf({ id, text }: Pick<Doc, 'id' | 'text'>, { acts }: Pick<Reading, 'acts'>): Gold {
  return {
    id,
    acts: acts.map(({ trigger, force, repeated, intensity, actors, targets, content, topics, condition }) => ({
      trigger: { ...trigger, text: text.slice(trigger.start, trigger.end) },
      force,
      repeated,
      intensity,
      actors,
      targets,
      content,
      topics,
      condition,
    })),
  }
}
