// What goes into the zip of sources for reviewers: all that a build is made from and what says how, no tests.
import { projectFiles } from './project.ts';

const beside = /^tests\/|^docs\/picture\.png$|^\.|\/\./u;

/** Of all files of the project, those for reviewers, in order. Pure. */
export const forReviewers = (files: readonly string[]): string[] =>
  files.filter((path) => !beside.test(path)).toSorted();

export const sourceFiles = (): string[] => forReviewers(projectFiles());
