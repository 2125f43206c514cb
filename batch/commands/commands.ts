/** Every command beside the report and the demonstration, in the order the help names them. */
import type { Command } from './command.ts';

export const COMMANDS: readonly Command[] = [];

export function commandNamed(name: string): Command | undefined {
  return COMMANDS.find((command) => command.name === name);
}
