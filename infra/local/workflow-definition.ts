import { readFile } from 'node:fs/promises';
import { StateMachine, type StateMachineDefinition } from 'aws-local-stepfunctions';
import { localArn } from './names.ts';

export interface Workflow {
  machine: StateMachine;
  /** Function of each Task state, by state name. */
  tasks: Map<string, string>;
}

interface State {
  Type: string;
  /** Of a Task. */
  Resource?: string;
  /** Of a Map. */
  ItemProcessor?: { States: Record<string, State> };
}

/** Reads an ASL file of the project. Not validated at every boot, which costs half a second: a test does that. */
export async function loadWorkflow(file: string): Promise<Workflow> {
  return readWorkflow(await readFile(file, 'utf8'), { noValidate: true });
}

/**
 * Reads a definition as AWS gets it: every `${function-name}` of a Task becomes a function ARN, then asl-validator looks
 * at it.
 * @throws when the definition is invalid, or uses what the local interpreter runs wrongly without a word.
 */
export function readWorkflow(text: string, validationOptions: { noValidate?: boolean } = {}): Workflow {
  const definition = JSON.parse(text.replace(/\$\{([a-z-]+)\}/g, (_, name) => localArn('lambda', `function:${name}`)));
  for (const field of ['QueryLanguage', 'Assign']) {
    if (hasField(definition, field)) throw new Error(`${field} cannot be run locally: write the workflow in JSONPath`);
  }
  return {
    machine: new StateMachine(definition as StateMachineDefinition, { validationOptions }),
    tasks: new Map(
      tasksOf(definition.States).map(([state, { Resource }]) => [state, Resource!.split(':').at(-1) ?? '']),
    ),
  };
}

/** Of a Map too, whose states have names of their own in the whole definition. */
function tasksOf(states: Record<string, State> = {}): [string, State][] {
  return Object.entries(states).flatMap(([name, state]) => [
    ...(state.Type === 'Task' ? [[name, state] as [string, State]] : []),
    ...tasksOf(state.ItemProcessor?.States),
  ]);
}

function hasField(value: unknown, field: string): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return Object.hasOwn(value, field) || Object.values(value).some((inner) => hasField(inner, field));
}
