import * as z from 'zod';
import { canonicalJson, sha256Of } from '../digest/canonical-json.ts';
import { Fault } from '../observability/fault.ts';
import type { Framework } from './framework.ts';
import { frameworkShape } from './framework-shape.ts';

/** Hash of everything a framework says, its own hash left out. */
export const digestOf = (content: Omit<Framework, 'sha256'>): string => sha256Of(canonicalJson(content));

/** The framework as one canonical JSON text, its hash inside: what lies in the lake and in a release's inputs. */
export const frameworkDocument = (framework: Framework): string => canonicalJson(framework);

/** Throws the fault `FRAMEWORK_DOCUMENT_BROKEN` when the text is no framework or its hash is not that of its content. */
export function readFrameworkDocument(text: string): Framework {
  const framework = readShape(text);
  const { sha256, ...content } = framework;
  const found = digestOf(content);
  if (found !== sha256)
    throw broken(`${framework.framework_id} says its hash is ${sha256}, but its content has ${found}`);
  return framework;
}

function readShape(text: string): Framework {
  try {
    return frameworkShape.parse(JSON.parse(text));
  } catch (error) {
    throw broken(`the text is not the document of a framework: ${reasonOf(error)}`, error);
  }
}

/** Whoever opened a period with the document is told what to mend. */
const reasonOf = (error: unknown): string =>
  error instanceof z.ZodError
    ? error.issues.map(({ path, message }) => `${path.join('.') || 'document'}: ${message}`).join('; ')
    : (error as Error).message;

const broken = (message: string, cause?: unknown) => new Fault('FRAMEWORK_DOCUMENT_BROKEN', message, { cause });
