/** A sound and a buzz for who is up. Made of tones, so that nothing is loaded. */
import type { Call } from './evening/calls.ts';

/** Hertz and the second at which each begins: a fifth up for the next, a triad for the turn itself. */
const TONES: Readonly<Record<Call['is'], readonly (readonly [hertz: number, at: number])[]>> = {
  next: [
    [523.25, 0],
    [783.99, 0.18],
  ],
  turn: [
    [523.25, 0],
    [659.26, 0.15],
    [783.99, 0.3],
    [1046.5, 0.45],
  ],
};
const BUZZ: Readonly<Record<Call['is'], number[]>> = { next: [200, 100, 200], turn: [400, 120, 400, 120, 600] };
const LASTS_S = 0.6;
const LOUD = 0.5;

export interface Chime {
  /** Browsers allow sound only after a touch: call it at one. */
  readonly unlock: () => void;
  readonly play: (call: Call['is'], sound: 'on' | 'off') => void;
}

export function createChime(): Chime {
  let audio: AudioContext | null = null;
  return {
    unlock() {
      audio ??= new AudioContext();
      // After a phone call or a long sleep it has stopped again. Refused is silent: the banner and the buzz are there too.
      if (audio.state !== 'running') audio.resume().catch(() => undefined);
    },
    play(call, sound) {
      // Not every phone can. One that was not touched yet refuses, and that is no matter.
      if ('vibrate' in navigator && audio) navigator.vibrate(BUZZ[call]);
      if (sound === 'on' && audio?.state === 'running') for (const tone of TONES[call]) ring(audio, tone);
    },
  };
}

/** One bell: struck at once, fading. */
function ring(audio: AudioContext, [hertz, at]: readonly [number, number]): void {
  const from = audio.currentTime + at;
  const tone = new OscillatorNode(audio, { type: 'triangle', frequency: hertz });
  const loudness = new GainNode(audio, { gain: 0 });
  loudness.gain.setValueAtTime(LOUD, from);
  loudness.gain.exponentialRampToValueAtTime(0.001, from + LASTS_S);
  tone.connect(loudness).connect(audio.destination);
  tone.start(from);
  tone.stop(from + LASTS_S);
}
