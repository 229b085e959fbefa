import { SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';

/** Starts executions of one state machine. Step Functions itself makes the same name and input one execution. */
export function connectStateMachine(stateMachineArn: string) {
  const client = new SFNClient({});
  return async (name: string, input: object): Promise<void> => {
    try {
      await client.send(new StartExecutionCommand({ stateMachineArn, name, input: JSON.stringify(input) }));
    } catch (error) {
      // A finished execution of that name: the run item says how it ended.
      if ((error as Error).name !== 'ExecutionAlreadyExists') throw error;
    }
  };
}
