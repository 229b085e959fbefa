import type * as z from 'zod';
import { listAnswers } from './list-answers.ts';
import { releaseAnswers } from './release-answers.ts';
import { scoreAnswers } from './score-answers.ts';

/** Shapes of what the public API answers, by their name in the OpenAPI document; tests hold every answer against them. */
export const publicAnswers = { ...listAnswers, ...releaseAnswers, ...scoreAnswers };

export type AnswerName = keyof typeof publicAnswers;
export type Answer<Name extends AnswerName> = z.infer<(typeof publicAnswers)[Name]>;
