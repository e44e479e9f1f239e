/** How wide and in which colours results are written: options that all commands share which write for people. */
import type { CommandUnknownOpts } from '@commander-js/extra-typings'
import type { Style } from '../export/format.js'
import { numberIn } from './numbers.js'
import { coloured, type Io, MAX_WIDTH, MIN_WIDTH, terminalStyle, widthOf } from './terminal.js'

export interface LookOptions {
  output?: string
  width?: string
  color?: boolean
}

/** How results look. */
export interface Look {
  /** Terminal columns that a line may take. */
  width: number
  colour: boolean
  style: Style
}

/** Adds `--output`. */
export function withOutput(command: CommandUnknownOpts): CommandUnknownOpts {
  return command.option('-o, --output <file>', 'write to a file, which appears when it is complete')
}

/** Adds `--width`. */
export function withWidth(command: CommandUnknownOpts): CommandUnknownOpts {
  return command.option(
    '--width <columns>',
    `columns to write for (${MIN_WIDTH} to ${MAX_WIDTH}; default: the terminal's, or 80)`,
  )
}

/** Adds `--color` and `--no-color` for what is written. */
export function withColour(command: CommandUnknownOpts, what: 'text' | 'table'): CommandUnknownOpts {
  return command
    .option('--color', `colour the ${what} even where it does not go to a terminal`)
    .option('--no-color', `do not colour the ${what}`)
}

/** @throws UsageError for a width that is none */
export function lookOf({ output, width, color }: LookOptions, io: Io): Look {
  const colour = coloured(io, color ?? null, output !== undefined)
  return {
    width: widthOf(io, numberIn(width, '--width', MIN_WIDTH, MAX_WIDTH)),
    colour,
    style: terminalStyle(colour),
  }
}
