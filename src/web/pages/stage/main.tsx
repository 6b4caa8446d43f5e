import { render } from 'preact';

render(<p>stage</p>, document.body);
