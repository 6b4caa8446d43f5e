/** Why karaoked does not run: one line that says what to do, and the exit code of docs/operations.md. */
export class Cannot extends Error {
  override readonly name = 'Cannot';
  /** 1 failed, 2 usage or config, 6 another karaoked holds this var, 78 cannot run here. */
  readonly code: 1 | 2 | 6 | 78;
  constructor(code: 1 | 2 | 6 | 78, message: string) {
    super(message);
    this.code = code;
  }
}

/** Node's `code` of a system error, or ''. */
export const systemCode = (error: unknown): string => (error as { readonly code?: string } | null)?.code ?? '';
