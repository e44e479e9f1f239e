import { familyOf } from '../../../src/export/families.js'
import { strengthWords } from '../../../src/export/labels.js'
import type { Act, Force as ForceId } from '../../../src/read/reading.js'

interface Props {
  force: ForceId
  intensity?: Act['intensity']
  repeated?: boolean
}

/** A force by its word in the colour of its family, with its strength as one to three strokes where it is known. */
export function Force({ force, intensity, repeated }: Props) {
  return (
    <span className={`force f-${familyOf(force)}`}>
      <span className="force-word">{force}</span>
      {intensity !== undefined && <Strength intensity={intensity} />}
      {repeated && <span className="again">again</span>}
    </span>
  )
}

/** Strength: plain, intensified, superlative. */
export function Strength({ intensity }: { intensity: Act['intensity'] }) {
  return (
    <span className="strength" role="img" aria-label={strengthWords(intensity)} title={strengthWords(intensity)}>
      <i data-on="true" />
      <i data-on={intensity > 0} />
      <i data-on={intensity > 1} />
    </span>
  )
}
