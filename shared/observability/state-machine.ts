import { SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';

/**
 * Starts executions of one state machine. Step Functions itself makes the same name and input one execution; false: it
 * has ended already.
 */
export function connectStateMachine(stateMachineArn: string) {
  const client = new SFNClient({});
  return async (name: string, input: object): Promise<boolean> => {
    try {
      await client.send(new StartExecutionCommand({ stateMachineArn, name, input: JSON.stringify(input) }));
      return true;
    } catch (error) {
      if ((error as Error).name === 'ExecutionAlreadyExists') return false;
      throw error;
    }
  };
}
