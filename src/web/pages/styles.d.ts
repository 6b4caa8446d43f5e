/** A style is imported for its effect, and built by Vite. */
declare module '*.css';
