/** Ours or the platform's fault: thrown, never shown to a submitter. Not retryable: it reaches the DLQ and an alarm. */
export class Fault extends Error {
  override readonly name: string = 'Fault';
  readonly code: string;
  readonly retryable: boolean = false;

  constructor(code: string, message: string, options: { cause?: unknown } = {}) {
    super(`${code}: ${message}`, options);
    this.code = code;
  }
}

/** Worth another try. The state machine's `Retry` and the queues know it by this name. */
export class RetryableFault extends Fault {
  override readonly name: string = 'RetryableFault';
  override readonly retryable: boolean = true;
}
