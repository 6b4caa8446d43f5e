/** A refusal, on its way to the page that says it (problems.ts). */
import type { Problem } from '../plain/problem.tsx';

/** Thrown by whoever answers a request, to refuse it. */
export class Refused extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem);
    this.problem = problem;
  }
}
