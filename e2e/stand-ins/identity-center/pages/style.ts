/** The pages' whole style sheet. It loads nothing, so that the pages look the same without a network. */
export const STYLE = `
:root {
  color-scheme: light dark;
  --page: light-dark(#f4f5f7, #17191d);
  --card: light-dark(#ffffff, #202329);
  --line: light-dark(#d9dce1, #363b44);
  --text: light-dark(#1b1f24, #e6e8eb);
  --quiet: light-dark(#5c6470, #9aa3af);
  --accent: light-dark(#1f5fd0, #7aa7ff);
  --on-accent: light-dark(#ffffff, #10151f);
  --sunk: light-dark(#f4f5f7, #181a1f);
  --alert: light-dark(#a3211f, #ff9d96);
}
* { box-sizing: border-box; margin: 0; }
body {
  background: var(--page); color: var(--text);
  font: 15px/1.5 system-ui, -apple-system, "Segoe UI", sans-serif;
  /* Hung from the top, not centred: from one step to the next the card stays where it is. */
  padding: min(14vh, 120px) 16px 24px;
  display: flex; flex-direction: column; align-items: center; gap: 16px;
}
main {
  width: 100%; max-width: 440px; padding: 28px clamp(20px, 6vw, 32px) 32px;
  background: var(--card); border: 1px solid var(--line); border-radius: 8px;
}
.portal { font-size: 13px; color: var(--quiet); margin-bottom: 20px; overflow-wrap: anywhere; }
.portal b { color: var(--text); font-weight: 600; }
h1 { font-size: 20px; line-height: 1.3; text-wrap: balance; font-weight: 600; margin-bottom: 8px; overflow-wrap: anywhere; }
p { overflow-wrap: anywhere; text-wrap: pretty; }
p + p { margin-top: 8px; }
.code {
  margin: 20px 0; padding: 12px; text-align: center;
  background: var(--sunk); border: 1px solid var(--line); border-radius: 6px;
  font: 600 26px/1.2 ui-monospace, "SF Mono", "Cascadia Mono", Consolas, "DejaVu Sans Mono", monospace;
  letter-spacing: 0.08em;
}
dl { display: grid; grid-template-columns: max-content 1fr; gap: 6px 16px; margin: 20px 0 0; font-size: 14px; }
dt { color: var(--quiet); }
dd { overflow-wrap: anywhere; min-width: 0; }
form { margin-top: 24px; }
.choices { display: flex; flex-wrap: wrap; gap: 8px; }
.choices button { flex: 1; }
label { display: block; font-weight: 600; margin-bottom: 4px; }
input[type=text] {
  width: 100%; height: 40px; padding: 0 12px; margin-bottom: 16px;
  color: var(--text); background: var(--card); border: 1px solid light-dark(#8a919c, #6b7480); border-radius: 6px;
  font: 18px ui-monospace, "SF Mono", "Cascadia Mono", Consolas, "DejaVu Sans Mono", monospace;
  letter-spacing: 0.08em; text-transform: uppercase;
}
input::placeholder { color: var(--quiet); opacity: 0.7; }
button {
  min-height: 40px; padding: 0 20px; white-space: nowrap; border-radius: 6px; cursor: pointer; font: inherit; font-weight: 600;
  color: var(--text); background: transparent; border: 1px solid light-dark(#8a919c, #6b7480);
}
button.main { color: var(--on-accent); background: var(--accent); border-color: var(--accent); }
button:hover { filter: brightness(0.94); }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
.alert { color: var(--alert); margin-bottom: 12px; }
footer { font-size: 12px; color: var(--quiet); text-align: center; max-width: 440px; text-wrap: balance; }
`;
