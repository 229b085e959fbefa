import { readFile } from 'node:fs/promises';
import { StateMachine, type StateMachineDefinition } from 'aws-local-stepfunctions';
import { localArn } from './names.ts';

export interface Workflow {
  machine: StateMachine;
  /** Function of each Task state, by state name. */
  tasks: Map<string, string>;
}

interface Task {
  Type: string;
  Resource: string;
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
  const tasks = Object.entries<Task>(definition.States ?? {}).filter(([, state]) => state.Type === 'Task');
  return {
    machine: new StateMachine(definition as StateMachineDefinition, { validationOptions }),
    tasks: new Map(tasks.map(([state, task]) => [state, task.Resource.split(':').at(-1) ?? ''])),
  };
}

function hasField(value: unknown, field: string): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return Object.hasOwn(value, field) || Object.values(value).some((inner) => hasField(inner, field));
}
