// The views of the page that pictures are taken of. Each has a name for its files, a function
// that brings a freshly opened page there, and if need be the options with which it is opened
// (see `openPage`) and `fullPage` to show all of it instead of the window.
export const VIEWS = [
  { name: "start", show: async () => {} },
  { name: "start-full", show: async () => {}, fullPage: true },
];
