/** Whether this phone rings when its guest is up; remembered by the phone, which is another one for another guest. */
const KEY = 'karaoke sound';

export interface Sound {
  readonly now: 'on' | 'off';
  set(to: 'on' | 'off'): void;
}

export function keepSound(): Sound {
  let now = remembered();
  return {
    get now() {
      return now;
    },
    set(to) {
      now = to;
      try {
        localStorage.setItem(KEY, to);
      } catch {
        // A browser that forbids storage: it holds until the page is closed.
      }
    },
  };
}

function remembered(): 'on' | 'off' {
  try {
    return localStorage.getItem(KEY) === 'off' ? 'off' : 'on';
  } catch {
    return 'on';
  }
}
