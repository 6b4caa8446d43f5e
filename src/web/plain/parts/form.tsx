/** @jsxImportSource preact */
/** A form that posts to this page, with who asks, where no cookie says it. */
import type { ComponentChildren, VNode } from 'preact';
import type { Credentials } from '../../http/cookies.ts';

export function Form(props: {
  readonly carry: Credentials | null;
  /** Of the request that it makes; null: it makes none. */
  readonly asKey: string | null;
  readonly children: ComponentChildren;
}): VNode {
  const { carry, asKey, children } = props;
  return (
    <form method="post" action="/">
      {/* A browser that keeps no cookies says at each step who it is. */}
      {carry && (
        <>
          <input type="hidden" name="name" value={carry.name} />
          <input type="hidden" name="code" value={carry.code} />
        </>
      )}
      {asKey !== null && <input type="hidden" name="key" value={asKey} />}
      {children}
    </form>
  );
}
