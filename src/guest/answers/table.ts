/** Every command and its answer. A command of the table without one does not compile. */
import type { AnyAsked } from '../../protocol/commands.ts';
import { err } from '../../protocol/reply.ts';
import { COMMANDS } from '../../protocol/commands.ts';
import type { Answer, Answers, Scene } from '../answer.ts';
import { asking } from './asking.ts';
import { away } from './away.ts';
import { catalogue } from './catalogue.ts';
import { hello } from './hello.ts';
import { line } from './line.ts';
import { stage } from './stage.ts';
import { talk } from './talk.ts';
import { why } from './why.ts';
import { wishes } from './wishes.ts';

const ANSWERS: Answers = { ...talk, ...hello, ...asking, ...catalogue, ...line, ...why, ...away, ...wishes, ...stage };

/** Answers what was asked, or says that a name is needed first. Rejects as the store does. */
export async function answerTo(asked: AnyAsked, scene: Scene): Promise<Answer> {
  if (COMMANDS[asked.command].needsName && !scene.self.guest) {
    return { reply: err(530, 'say HELLO <your name> first') };
  }
  const answer = ANSWERS[asked.command] as (asked: AnyAsked, scene: Scene) => Promise<Answer> | Answer;
  return answer(asked, scene);
}
