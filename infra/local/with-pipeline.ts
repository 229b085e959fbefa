import { type Pipeline, type PipelineOptions, startPipeline } from './pipeline.ts';

/** Starts the pipeline for a piece of work and closes it after, also when the disk fills while it is under way. */
export async function withPipeline<Result>(
  options: PipelineOptions,
  work: (pipeline: Pipeline) => Promise<Result>,
): Promise<Result> {
  const pipeline = await startPipeline(options);
  try {
    return await Promise.race([work(pipeline), pipeline.failed]);
  } finally {
    await pipeline.close();
  }
}
