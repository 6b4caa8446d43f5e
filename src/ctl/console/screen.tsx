/** The terminal: draws pictures with Ink, and hears its keys. Nothing is decided here. */
import { Box, render, Text, useApp, useInput, usePaste, useWindowSize } from 'ink';
import { useEffect } from 'react';
import type { ReactNode } from 'react';
import { strokesOf } from './keys/strokes.ts';
import type { Stroke } from './keys/strokes.ts';
import type { Line, Tone } from './picture/line.ts';
import type { Size } from './state.ts';

export interface Ears {
  strokes(strokes: readonly Stroke[]): void;
  paste(text: string): void;
  resize(size: Size): void;
}

export interface Terminal {
  draw(lines: readonly Line[]): void;
  /** Draws everything anew: somebody else wrote on the screen. */
  redraw(): void;
  /** Gives the terminal back until `back` is called. */
  lend(): Promise<() => Promise<void>>;
  /** Leaves, the terminal as it was. */
  close(): void;
  /** Resolves when it is closed; rejects when drawing failed. */
  readonly closed: Promise<unknown>;
}

type Look = Readonly<
  Record<Tone, Readonly<Partial<Record<'bold' | 'dimColor' | 'inverse', true>>> & { readonly color?: string }>
>;

const PLAIN: Look = {
  plain: {},
  dim: {},
  strong: { bold: true },
  alarm: { bold: true, inverse: true },
  live: { bold: true },
  chosen: { inverse: true },
  bar: {},
  cursor: { inverse: true },
};

const COLOURED: Look = {
  ...PLAIN,
  dim: { dimColor: true },
  alarm: { bold: true, inverse: true, color: 'red' },
  live: { bold: true, color: 'green' },
  bar: { color: 'cyan' },
};

/** Opens the console's screen on this process's terminal, whatever the environment says about robots (CI). */
export function openScreen(style: 'plain' | 'colour', ears: Ears): Terminal {
  const look = style === 'colour' ? COLOURED : PLAIN;
  let lines: readonly Line[] = [];
  const lender: { lend: (() => Promise<{ resume(): Promise<void> }>) | null } = { lend: null };
  const node = (): ReactNode => <Console lines={lines} look={look} ears={ears} lender={lender} />;
  const app = render(node(), {
    alternateScreen: true,
    exitOnCtrlC: false,
    incrementalRendering: true,
    interactive: true,
    isScreenReaderEnabled: false,
    patchConsole: true,
  });
  const lend = async (): Promise<() => Promise<void>> => {
    const loan = await lender.lend?.();
    return async () => loan?.resume();
  };
  return {
    draw: (next) => {
      lines = next;
      app.rerender(node());
    },
    redraw: () => {
      void lend().then((back) => back());
    },
    lend,
    close: () => {
      app.unmount();
    },
    closed: app.waitUntilExit(),
  };
}

interface Shown {
  readonly lines: readonly Line[];
  readonly look: Look;
  readonly ears: Ears;
  readonly lender: { lend: (() => Promise<{ resume(): Promise<void> }>) | null };
}

function Console({ lines, look, ears, lender }: Shown): ReactNode {
  const { columns, rows } = useWindowSize();
  const { suspendTerminal } = useApp();
  useInput((input, key) => {
    ears.strokes(strokesOf(input, key));
  });
  usePaste((text) => {
    ears.paste(text);
  });
  useEffect(() => {
    ears.resize({ columns, rows });
  }, [ears, columns, rows]);
  useEffect(() => {
    lender.lend = () => suspendTerminal();
  }, [lender, suspendTerminal]);
  return (
    <Box flexDirection="column" width={columns} height={rows} overflow="hidden">
      {lines.slice(0, rows).map((line, at) => (
        <Text key={at} wrap="truncate">
          {line.length === 0
            ? ' '
            : line.map(({ text, tone }, place) => (
                <Text key={place} {...look[tone]}>
                  {text}
                </Text>
              ))}
        </Text>
      ))}
    </Box>
  );
}
