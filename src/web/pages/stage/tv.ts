/** What a page does so that a browser is a TV: no sleep, no pointer, the whole screen. */

/** The pointer goes after so long without a move. */
const STILL_MS = 3_000;

/**
 * Keeps the screen on while the page is looked at. Browsers allow it to pages that came over https or from this machine
 * only, and may refuse it when the battery is low: then the TV's own settings decide.
 */
export function keepAwake(): void {
  if (!('wakeLock' in navigator)) return;
  const ask = (): void => {
    if (document.visibilityState !== 'visible') return;
    navigator.wakeLock.request('screen').catch((error: unknown) => {
      console.info('the screen may fall asleep: set the TV or the computer so that it does not', error);
    });
  };
  document.addEventListener('visibilitychange', ask);
  ask();
}

/** Says in the page's root element whether somebody moves a pointer: only then there is something to point at. */
export function hidePointer(): void {
  const root = document.documentElement;
  let timer = 0;
  const moved = (): void => {
    root.classList.add('pointed');
    clearTimeout(timer);
    timer = window.setTimeout(() => {
      root.classList.remove('pointed');
    }, STILL_MS);
  };
  document.addEventListener('pointermove', moved);
  document.addEventListener('focusin', moved);
}

/** Into the whole screen, or back. Browsers allow it only when somebody has just pressed something; an iPhone never does. */
export function turnFullScreen(): void {
  if (!document.fullscreenEnabled) return;
  const turned = document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen();
  turned.catch((error: unknown) => {
    console.info('this browser does not give the whole screen; F11 may', error);
  });
}

export function turnFullScreenOnKey(): void {
  document.addEventListener('keydown', ({ key, ctrlKey, metaKey, altKey }) => {
    if (key.toLowerCase() === 'f' && !ctrlKey && !metaKey && !altKey) turnFullScreen();
  });
}
