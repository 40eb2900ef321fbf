// What is done with each built page, one after the other, as most of it reads what the one before has written. Trunk calls
// it after each build, once: it would run hooks of the same stage at the same time.

// No script in the page itself.
await import("./strict.mjs");
// The frame for other people's pages.
await import("./embed/build.mjs");
// The documentation, where it was built beforehand.
await import("./docs.mjs");
// The service worker of a release build, which lists all other files with their hashes.
await import("./offline.mjs");
