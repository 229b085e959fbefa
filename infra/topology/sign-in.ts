import type { FunctionSpec } from './shape.ts';

export const signInFunctions: FunctionSpec[] = [
  {
    name: 'stamp-claims',
    memoryMb: 256,
    // What the user pool waits for.
    timeoutSeconds: 5,
    trigger: { kind: 'sign-in' },
    uses: {},
  },
];
