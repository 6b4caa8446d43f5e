/** What the page knows after something happened: pure, so that a whole evening can be told in a test. */
import type { Action } from './action.ts';
import { asked } from './asking.ts';
import { answered } from './answered.ts';
import { greeted } from './greeted.ts';
import { heard } from './heard.ts';
import { without } from './without.ts';
import { withNews } from './notices.ts';
import { read } from './read.ts';
import type { State } from './state.ts';

export function step(state: State, action: Action): State {
  switch (action.is) {
    case 'heard':
      return heard(state, action.heard);
    case 'read':
      return read(state, action.reading, action.answers);
    case 'greeted':
      return greeted(state, action.answer, action.code);
    case 'asking':
      return { ...state, asks: [...state.asks, action.ask], outcome: null };
    case 'asked':
      return asked(without(state, action.ask.id), action.ask, action.answer);
    case 'ask-gone':
      return { ...without(state, action.ask.id), outcome: { is: 'gone', wanted: action.ask.wanted } };
    case 'answered':
      return answered(state, action.answer, action.doing);
    case 'came':
      return { ...state, outcome: action.outcome };
    case 'not-remembered':
      return { ...state, notices: withNews(state.notices, { about: 'code', code: action.code }) };
    case 'stranger':
      return { ...state, stranger: action.stranger };
    case 'stranger-read':
      return { ...state, stranger: null };
    case 'notice-read':
      return { ...state, notices: state.notices.filter(({ id }) => id !== action.id) };
    case 'outcome-read':
      return { ...state, outcome: null };
    case 'goodbye-read':
      return { ...state, ended: null };
  }
}
