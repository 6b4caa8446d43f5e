import { render } from 'preact';

render(<p>guest</p>, document.body);
